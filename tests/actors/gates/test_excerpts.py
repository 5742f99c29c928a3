from actors.gates.excerpts import with_excerpts
from pipeline.findings import Finding

SOURCE = "one\n  two\n" + "x" * 300 + "!" + "y" * 300


def excerpt(line: int | None, column: int | None = None) -> str | None:
    (found,) = with_excerpts([Finding(code="a", message="b", line=line, column=column)], SOURCE)
    return found.excerpt


def test_the_line_is_shown_without_its_margin() -> None:
    assert excerpt(2) == "two"


def test_of_a_long_line_what_is_around_the_column_is_shown() -> None:
    shown = excerpt(3, 301)
    assert shown is not None
    assert "x!y" in shown
    assert len(shown) == 160
    assert excerpt(3, 601) == "y" * 160


def test_a_line_that_is_not_there_shows_nothing() -> None:
    assert [excerpt(line) for line in (None, 0, 4)] == [None, None, None]
