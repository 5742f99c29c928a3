"""A picture as numbers: small enough to compare, whole enough to tell one scene from another and both from nothing."""

import base64
from dataclasses import dataclass

from playwright.async_api import Page

_COLUMNS, _ROWS = 32, 18
_READ = """async ([png, columns, rows]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [columns, rows];
  const drawing = canvas.getContext("2d");
  drawing.drawImage(image, 0, 0, columns, rows);
  return [...drawing.getImageData(0, 0, columns, rows).data];
}"""
BLANK_BELOW = 4.0


@dataclass(frozen=True)
class Look:
    """The colour of each of a few hundred places, as red, green, blue and opacity from 0 to 255."""

    places: tuple[int, ...]

    def differs_from(self, other: "Look") -> float:
        """How far apart the two are, on average of all places, from 0 to 255."""
        return sum(abs(one - two) for one, two in zip(self.places, other.places, strict=True)) / len(self.places)

    @property
    def is_blank(self) -> bool:
        """Whether it shows one colour all over, or as good as."""
        even = [sum(self.places[channel::4]) // (_COLUMNS * _ROWS) for channel in range(4)]
        return self.differs_from(Look(tuple(even) * (_COLUMNS * _ROWS))) < BLANK_BELOW

    @property
    def orange(self) -> float:
        """The share of places that are orange."""
        points = zip(self.places[::4], self.places[1::4], self.places[2::4], strict=True)
        return sum(r > 180 and 60 < g < 190 and b < 90 for r, g, b in points) / (_COLUMNS * _ROWS)


async def look(page: Page, png: bytes) -> Look:
    """Read a screenshot, with the decoder of the browser that took it."""
    return Look(tuple(await page.evaluate(_READ, [base64.b64encode(png).decode(), _COLUMNS, _ROWS])))
