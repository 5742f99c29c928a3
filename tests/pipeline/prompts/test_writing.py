import pytest

from pipeline.prompts.writing import repair_prompt, source_in, write_prompt
from tests.pipeline.play import a_brief, rejected


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
