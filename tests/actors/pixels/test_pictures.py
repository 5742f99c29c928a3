from io import BytesIO

import pytest
from PIL import Image

from actors.pixels import pictures
from actors.pixels.errors import BrowserError


def png(colour: str, size: tuple[int, int] = (40, 20), spot: str | None = None) -> bytes:
    picture = Image.new("RGB", size, colour)
    if spot:
        picture.paste(spot, (0, 0, 4, 4))
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def test_one_colour_is_told_from_a_spot() -> None:
    assert pictures.is_one_colour(pictures.read(png("#101020")))
    assert not pictures.is_one_colour(pictures.read(png("#101020", spot="#ffffff")))


def test_pictures_that_look_alike_are_the_same() -> None:
    plain, nearly, spotted = (pictures.read(png(*about)) for about in (("#101020",), ("#121222",), ("#ffffff",)))
    assert pictures.are_same([plain, nearly])
    assert not pictures.are_same([plain, nearly, spotted])


def test_the_colour_of_a_part_is_its_own() -> None:
    spotted = pictures.read(png("#000000", spot="#ff0000"))
    assert pictures.colour_in(spotted, (0, 0, 0.05, 0.05)) == (255, 0, 0)
    assert pictures.colour_in(spotted, (0.5, 0.5, 1, 1)) == (0, 0, 0)
    assert pictures.colour_in(spotted, (-3, -3, 9, 9))[0] > 0, "a part that reaches beyond is cut"


def test_a_still_is_small_and_in_proportion() -> None:
    kept = Image.open(BytesIO(pictures.kept(pictures.read(png("#123456", (1280, 720))))))
    assert (kept.format, kept.size) == ("WEBP", (640, 360))


@pytest.mark.parametrize("data", [b"", b"no picture", png("#000")[:40], b"GIF89a" + bytes(20)])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(BrowserError, match="cannot be read"):
        pictures.read(data)


def test_a_picture_that_is_too_large_is_refused() -> None:
    with pytest.raises(BrowserError, match="5000 x 2"):
        pictures.read(png("#000", (5000, 2)))
