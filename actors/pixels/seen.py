"""What was seen of a component, before anybody judges it."""

from dataclasses import dataclass

from actors.pixels.page import SeenText
from actors.pixels.pictures import Picture
from pipeline.commands import Inspect

Texts = tuple[SeenText, ...]


@dataclass(frozen=True)
class Seen:
    """`texts` by frame; `stills` are pictures by frame; `bare` is the frame `rest` without its texts."""

    command: Inspect
    texts: dict[int, Texts]
    stills: dict[int, Picture]
    rest: int
    late: int
    bare: Picture


@dataclass(frozen=True)
class Moments:
    """At which frames a scene is looked at: stills in the middle and on both sides, texts a dozen times."""

    stills: tuple[int, ...]
    texts: tuple[int, ...]
    rest: int
    late: int


def moments(duration_frames: int) -> Moments:
    """Where a scene of this many frames is looked at."""
    last = duration_frames - 1
    stills = tuple(dict.fromkeys(round(last * share) for share in (0.2, 0.5, 0.8)))
    texts = tuple(dict.fromkeys(round(last * (number + 0.5) / _TIMES) for number in range(_TIMES)))
    rest, late = round(last * 0.5), round(last * 0.8)
    return Moments(stills, tuple(sorted({*texts, *stills})), rest, late)


_TIMES = 12
