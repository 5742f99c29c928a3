import pytest

from actors.gates.limits import Limits, refusals

LIMITS = Limits()
JSX = "<div>" * 90 + "</div>" * 90


def codes(source: str) -> list[str]:
    return [found.code for found in refusals(source, LIMITS)]


@pytest.mark.parametrize("source", ["", "  \n\t "])
def test_a_source_without_words_is_empty(source: str) -> None:
    assert codes(source) == ["source.empty"]


def test_half_a_surrogate_pair_is_not_text() -> None:
    assert codes("export default '\ud800'") == ["source.not-text"]


def test_size_is_counted_in_bytes() -> None:
    assert codes("é" * (LIMITS.source_bytes // 2)) == []
    assert codes("é" * (LIMITS.source_bytes // 2) + "e") == ["source.too-large"]


@pytest.mark.parametrize("opens", ["(", "[", "{", "<b>", "<"])
def test_deep_nesting_is_refused(opens: str) -> None:
    assert codes((opens + "x ") * 100) == []
    assert codes((opens + "x ") * 101) == ["source.too-deep"]


@pytest.mark.parametrize(
    "source",
    [JSX + JSX, "(a)[0]{}" * 1000, "useState<number>(1);" * 1000, "<Foo a={1} />" * 1000, ")" * 500 + "(" * 90],
)
def test_wide_sources_are_not_deep(source: str) -> None:
    assert codes(source) == []
