import pytest
from pydantic import ValidationError

from pipeline.pointing import Pointed

WHOLE = {
    "scene": "scn_1",
    "frame": 3,
    "kind": "headline",
    "tag": "h1",
    "text": "Ship it",
    "box": {"x": 0, "y": 0.5, "width": 1, "height": 0.25},
}


def test_what_is_pointed_at_is_words_and_shares_of_the_picture() -> None:
    assert Pointed.model_validate(WHOLE).box.height == 0.25


@pytest.mark.parametrize(
    "wrong",
    [{"frame": -1}, {"kind": "all"}, {"tag": "<b>"}, {"text": "x" * 201}, {"box": {"x": 2}}, {"more": 1}],
)
def test_anything_else_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Pointed.model_validate({**WHOLE, **wrong})
