import pytest

from composer.designs.content import Content, Kind
from composer.designs.look import colours_on
from composer.designs.settings import scene_of, set_in
from composer.designs.source import Design, as_set

DESIGN = Design(
    content=Content(kind=Kind.LIST, headline="Why", items=("Fast", "Small"), end=3),
    colours=colours_on("#000080", ("#ff7f50",)),
)


def test_the_exported_component_takes_each_part_of_the_design_as_a_prop() -> None:
    source = scene_of("list", {"headline", "items"}, 2)
    assert "  headline = design.content.headline,\n  item1 = design.content.items[0],\n" in source
    assert "item2?: string;" in source
    assert "speed?: number;" in source
    assert "<List />" in source


def test_a_design_without_lists_has_no_items() -> None:
    assert "item1" not in scene_of("counter", {"headline", "start"}, 2)


def test_what_a_person_has_set_becomes_the_designs_own() -> None:
    props = {"headline": "How", "item2": "Tiny", "accent": "#00ff00", "speed": 2, "size": 0.5, "end": 9}
    design = as_set(DESIGN, props)
    assert (design.content.headline, design.content.items, design.content.end) == ("How", ("Fast", "Tiny"), 9)
    assert (design.colours.accent, design.speed, design.scale) == ("#00ff00", 2, 0.5)


@pytest.mark.parametrize("props", [{}, {"headline": 3, "end": "x", "accent": "red", "item9": "x", "size": True}])
def test_what_does_not_fit_is_left(props: dict[str, object]) -> None:
    assert set_in(DESIGN.model_dump(mode="json"), props) == DESIGN.model_dump(mode="json")


def test_what_is_out_of_range_is_left() -> None:
    assert as_set(DESIGN, {"speed": 1000}) == DESIGN
