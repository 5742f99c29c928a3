import json
from typing import Any

import pytest

from composer.designs.content import Kind
from composer.designs.moods import CLEAR
from composer.designs.source import Design, design_in
from composer.writing.author import component_reply
from composer.writing.brief import Brief, brief_in
from composer.writing.changes import changes_in


def asked(task: str, description: str = "Title reveal: “Nimbus”.", **more: Any) -> str:  # noqa: ANN401 - JSON
    source = more.pop("source", None)
    video = {
        "name": "N",
        "width": 1280,
        "height": 720,
        "fps": 30,
        "background": "#000080",
        "palette": ["#000080", "#ff7f50"],
    }
    brief = {"task": task, "scene": {"id": "s", "name": "Title", "description": description}, "video": video, **more}
    block = f"Do it.\n\n```json\n{json.dumps(brief)}\n```"
    return f"{block}\n\nThe source:\n\n```tsx\n{source}\n```" if source else block


def answered(message: str) -> tuple[str, str]:
    brief = brief_in(message)
    assert brief is not None
    sentence, _, rest = component_reply(brief).text.partition("\n\n```tsx\n")
    source, closed, after = rest.partition("```")
    assert (closed, after) == ("```", "\n")
    return sentence, source


def edited(instruction: str, description: str = "Title reveal: “Nimbus”.") -> tuple[str, Design]:
    _, source = answered(asked("write", description))
    sentence, changed = answered(asked("edit", description, instruction=instruction, source=source))
    design = design_in(changed)
    assert design is not None
    return sentence, design


def test_writes_the_described_scene_in_the_colours_of_the_video() -> None:
    sentence, source = answered(asked("write"))
    design = design_in(source)
    assert design is not None
    assert (design.content.kind, design.content.headline) == (Kind.TITLE, "Nimbus")
    assert (design.colours.background, design.colours.accent) == ("#000080", "#ff7f50")
    assert "demo composer" in sentence


def test_makes_a_scene_orange_and_slower_and_leaves_its_text() -> None:
    sentence, design = edited("make the second scene orange and slower")
    assert design.colours.background == "#ffa500"
    assert design.speed < 1
    assert design.content.headline == "Nimbus"
    assert "slower" in sentence


@pytest.mark.parametrize(
    ("instruction", "headline"),
    [
        ("change 'Nimbus' to 'Stratus'", "Stratus"),
        ("say 'Hello' instead", "Hello"),
        ("change the title to Hello world", "Hello world"),
        ("'Yes' instead of 'Nimbus'", "Yes"),
    ],
)
def test_changes_texts(instruction: str, headline: str) -> None:
    assert edited(instruction)[1].content.headline == headline


def test_what_a_person_has_set_is_what_an_edit_starts_from() -> None:
    _, source = answered(asked("write"))
    brief = brief_in(asked("edit", instruction="change 'Stratus' to 'Cirrus'", source=source))
    assert brief is not None
    scene = brief.scene.model_copy(update={"props": {"headline": "Stratus", "accent": "#00ff00"}})
    text = component_reply(brief.model_copy(update={"scene": scene})).text
    design = design_in(text.partition("```tsx\n")[2].partition("```")[0])
    assert design is not None
    assert (design.content.headline, design.colours.accent) == ("Cirrus", "#00ff00")


def test_changes_colours_where_they_are_meant() -> None:
    colours = edited("white text on a black background")[1].colours
    assert (colours.ink, colours.background) == ("#ffffff", "#000000")
    assert edited("make the accents gold")[1].colours.accent == "#ffd700"
    assert edited("make the accents gold")[1].colours.background == "#000080"


def test_changes_size_lines_items_and_figures() -> None:
    assert edited("make it bigger")[1].scale > 1
    assert edited("add a subtitle 'Now'")[1].content.subline == "Now"
    listed = "List titled “F”: “a”, “b”."
    assert edited("add 'c' to the list", listed)[1].content.items == ("a", "b", "c")
    assert edited("remove 'a'", listed)[1].content.items == ("b",)
    chart = edited("Q1 5, Q3 9", "Bar chart: “Q1” = 1, “Q2” = 2.")[1]
    assert [(bar.label, bar.value) for bar in chart.content.values] == [("Q1", 5), ("Q2", 2), ("Q3", 9)]
    assert edited("count to 500", "Counter from 0 to 10.")[1].content.end == 500


@pytest.mark.parametrize("kind", list(Kind))
def test_turns_any_design_into_any_other(kind: Kind) -> None:
    for description in (
        "Title reveal: “Nimbus”.",
        "Counter from 0 to 5.",
        "List: “a”, “b”.",
        "Bar chart: “a” = 1, “b” = 2.",
    ):
        design = edited(f"turn it into a {kind.value}", description)[1]
        assert design.content.kind is kind
        content = design.content
        assert content.headline or content.items or content.values or content.end or content.start


def test_an_instruction_that_no_rule_reads_changes_nothing_and_says_so() -> None:
    sentence, design = edited("more pizzazz")
    assert "could not tell" in sentence
    assert design.content.headline == "Nimbus"
    assert changes_in("more pizzazz").is_empty


def test_a_source_of_others_is_composed_anew_and_told() -> None:
    sentence, source = answered(asked("edit", instruction="slower", source="export default () => null;"))
    assert "not one of mine" in sentence
    assert design_in(source) is not None


def test_repairs_draw_more_plainly_each_time() -> None:
    _, source = answered(asked("write", "List: “a”, “b”."))
    _, once = answered(asked("repair", findings=[{"code": "render.threw"}], source=source))
    _, twice = answered(asked("repair", findings=[{"code": "render.threw"}], source=once))
    designs = [design_in(text) for text in (once, twice)]
    assert [design and design.plain for design in designs] == [True, True]
    assert len({source, once, twice}) == 3


def test_repairs_a_source_of_others_from_the_brief() -> None:
    assert "composed the scene anew" in answered(asked("repair", source="broken("))[0]


def test_a_message_without_a_readable_brief_has_none() -> None:
    assert brief_in("no block") is None
    assert brief_in("```json\n{broken\n```") is None
    assert brief_in("```json\n{}\n```") == Brief()


def test_a_scene_is_made_in_the_mood_of_its_video_or_in_its_own() -> None:
    design = design_in(answered(asked("write"))[1])
    assert design is not None
    assert design.mood is CLEAR or design.mood == CLEAR
    own = design_in(answered(asked("write", "An elegant title: “Nimbus”."))[1])
    assert own is not None
    assert (own.mood.name, own.mood.heading) == ("elegant", "Playfair Display")


def test_a_mood_can_be_asked_for_later_and_slower_is_none() -> None:
    sentence, design = edited("make it playful")
    assert (design.mood.name, "playful mood" in sentence) == ("playful", True)
    assert edited("make it slower")[1].mood.name == "clear"
