import pytest

from pipeline.findings import Finding, Verdict
from pipeline.jobs import Neighbour
from pipeline.project import Typography, Video
from pipeline.prompts.writing import repair_prompt, source_in, write_prompt
from pipeline.tokens import tokens
from tests.pipeline.play import a_brief, a_scene, rejected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Here:\n```tsx\nconst a = 1\n```\nDone.", "const a = 1\n"),
        ("```\nconst a = 1\n```", "const a = 1\n"),
        ("```tsx\nconst a = 1", "const a = 1\n"),
        ("```tsx\nold\n```\nBetter:\n```tsx\nnew\n```", "new\n"),
        ("````tsx\nconst a = `\n```\n`\n````", "const a = `\n```\n`\n"),
        (
            "import React from 'react'\nexport default () => null",
            "import React from 'react'\nexport default () => null\n",
        ),
        ("I am sorry, I cannot.", ""),
        ("", ""),
        ("```tsx\n```", ""),
    ],
)
def test_the_component_is_found_in_what_models_answer(text: str, source: str) -> None:
    assert source_in(text) == source


def test_the_author_is_told_the_contract_the_runtime_and_the_brief() -> None:
    system, user = write_prompt(a_brief())
    assert "useCurrentFrame" in system.content
    assert '"task": "write"' in user.content
    assert '"duration_seconds": 2.0' in user.content


def test_an_edit_carries_the_source_and_the_words_of_the_person() -> None:
    _, user = write_prompt(a_brief(source="export default 1", instruction="slower"))
    assert '"task": "edit"' in user.content
    assert "```tsx\nexport default 1\n```" in user.content
    assert "slower" in user.content


def test_a_source_with_fences_in_it_stays_one_block() -> None:
    _, user = write_prompt(a_brief(source="const a = `\n```\n`", instruction="slower"))
    assert "````tsx\nconst a = `\n```\n`\n````" in user.content


def test_a_repair_carries_the_findings() -> None:
    _, user = repair_prompt(a_brief(), "export default 1", rejected("import.forbidden", "lodash is not allowed"))
    assert '"task": "repair"' in user.content
    assert "lodash is not allowed" in user.content


def test_a_repair_shows_the_line_that_a_finding_speaks_of_and_asks_for_that_alone() -> None:
    verdict = Verdict(accepted=False, findings=(Finding(code="x", message="odd", line=2, hint="mend it"),))
    _, user = repair_prompt(a_brief(), "one\n  two odd\nthree", verdict)
    assert '"at": "two odd"' in user.content
    assert "and nothing else" in user.content
    late = Verdict(accepted=False, findings=(Finding(code="x", message="odd", line=9),))
    assert '"at"' not in repair_prompt(a_brief(), "one", late)[1].content


def test_an_author_sees_worked_examples_that_fit_before_the_brief() -> None:
    scene = a_scene(name="Chart", description="a bar chart of sales")
    _, user = write_prompt(a_brief(scene=scene, number=2, of=3))
    assert user.content.index("A bar chart: bars grow") < user.content.index('"task": "write"')


def test_the_look_of_the_video_and_of_the_neighbours_is_told() -> None:
    video = Video(style="calm", typography=Typography(heading="Syne"))
    near = Neighbour(name="Intro", description="hello", look="colours #ff0000")
    _, user = write_prompt(a_brief(video=video, neighbours=(near,)))
    for told in ('"style": "calm"', '"heading": "Syne"', '"display": 91', "colours #ff0000"):
        assert told in user.content


def test_a_prompt_takes_no_more_of_the_context_than_it_needs() -> None:
    assert sum(tokens(message.content) for message in write_prompt(a_brief())) < 6_000
