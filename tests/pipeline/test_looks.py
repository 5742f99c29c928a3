from pipeline.looks import look_of


def test_a_look_is_its_colours_fonts_and_movement() -> None:
    style = 'style={{ color: "#ff0000", background: "#ff0000", fontFamily: "Syne, sans-serif" }}'
    source = f"{style}; spring({{}}); Easing.out(Easing.cubic)"
    assert look_of(source) == "colours #ff0000; fonts Syne, sans-serif; moves with spring, Easing.out(Easing.cubic)"


def test_a_source_that_shows_none_has_no_look() -> None:
    assert look_of("export default () => null") == ""
