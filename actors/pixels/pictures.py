"""What can be told from a picture alone, and how it is kept."""

from collections.abc import Sequence
from io import BytesIO
from typing import TypeAlias

from PIL import Image, ImageChops, ImageStat

from actors.pixels.errors import BrowserError

Picture: TypeAlias = Image.Image

STILL_KIND = "still"
_MOST_SIDE = 4096
_ONE_COLOUR = 6
_SAME = 8
_WIDTH, _QUALITY = 640, 80


def read(png: bytes) -> Picture:
    """A picture of a browser's. Raises BrowserError for one that is no picture, or too large."""
    try:
        picture = Image.open(BytesIO(png), formats=("PNG",))
        if max(picture.size) > _MOST_SIDE:
            raise BrowserError(f"the browser gave a picture of {picture.size[0]} x {picture.size[1]} pixels")
        return picture.convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BrowserError(f"the browser gave a picture that cannot be read: {error}") from error


def is_one_colour(picture: Picture) -> bool:
    """Whether no pixel stands out from the others."""
    return all(most - least <= _ONE_COLOUR for least, most in _extrema(picture))


def are_same(pictures: Sequence[Picture]) -> bool:
    """Whether none differs from the first where anybody would see it."""
    first = pictures[0]
    return all(
        max(most for _, most in _extrema(ImageChops.difference(first, other))) <= _SAME for other in pictures[1:]
    )


def colour_in(picture: Picture, box: tuple[float, float, float, float]) -> tuple[float, float, float]:
    """The mean colour of a part, given as shares (left, top, right, bottom) of the picture."""
    width, height = picture.size
    left, top = max(0, int(box[0] * width)), max(0, int(box[1] * height))
    right, bottom = min(width, int(box[2] * width) + 1), min(height, int(box[3] * height) + 1)
    part = picture.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
    red, green, blue = ImageStat.Stat(part).mean
    return red, green, blue


def kept(picture: Picture) -> bytes:
    """The picture as it is stored: WebP, at most 640 pixels wide, in good quality."""
    width, height = picture.size
    small = picture.resize((_WIDTH, max(1, round(height * _WIDTH / width)))) if width > _WIDTH else picture
    out = BytesIO()
    small.save(out, "WEBP", quality=_QUALITY)
    return out.getvalue()


def _extrema(picture: Picture) -> list[tuple[int, int]]:
    return [(int(least), int(most)) for least, most in picture.getextrema()]  # type: ignore[misc]  # RGB has pairs
