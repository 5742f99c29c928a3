import pytest

from actors.pixels.contrast import laid_over, needed, ratio

BLACK, WHITE = (0.0, 0.0, 0.0), (255.0, 255.0, 255.0)


def test_black_on_white_is_21_and_a_colour_on_itself_1() -> None:
    assert ratio(BLACK, WHITE) == pytest.approx(21)
    assert ratio(WHITE, BLACK) == pytest.approx(21)
    assert ratio(WHITE, WHITE) == 1


def test_the_grey_that_just_passes_aa_on_white_passes() -> None:
    """#767676 on white is the well-known limit: 4.54 to 1."""
    assert ratio((118.0, 118.0, 118.0), WHITE) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("size", "bold", "asked"), [(23, False, 4.5), (24, False, 3.0), (18, True, 4.5), (19, True, 3.0)]
)
def test_large_texts_need_less(size: float, bold: bool, asked: float) -> None:  # noqa: FBT001
    assert needed(size, bold=bold) == asked


def test_half_of_white_over_black_is_grey() -> None:
    assert laid_over(WHITE, 0.5, BLACK) == (127.5, 127.5, 127.5)
