"""A Chromium to look at videos with: the packed one, else the system's, else Playwright's, or the one asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path

from app.setup.chromiums import Chromium, NoChromiumError
from app.setup.installed_chromium import NAMES, first_program, of_playwright, of_system
from app.setup.packed_chromium import package_of, packed
from app.setup.places import Places

__all__ = ["SOURCES", "Chromium", "NoChromiumError", "find", "locate"]

SOURCES = ("packed", "system", "playwright")
"""In the order in which they are looked for; BAZAAR_CHROMIUM names one of them, or a program."""
_PACKED, _SYSTEM, _PLAYWRIGHT = SOURCES


def locate(places: Places, asked: str = "") -> Chromium:
    """The one that was asked for, else the first there is; a packed one is unpacked if need be.

    Raises:
        NoChromiumError: with what was looked for, and what to do.
    """
    source, found = find(places, asked)
    return packed(places, found) if source == _PACKED else Chromium(source, found, {})


def find(places: Places, asked: str = "") -> tuple[str, Path]:
    """Where it comes from and where it lies (of a packed one the package); starts nothing. Raises NoChromiumError."""
    for source, look in _looks(places, asked):
        if found := look():
            return source, found
    raise NoChromiumError(_missing(asked))


def _looks(places: Places, asked: str) -> Iterator[tuple[str, Callable[[], Path | None]]]:
    every: dict[str, Callable[[], Path | None]] = {
        _PACKED: lambda: package_of(places),
        _SYSTEM: of_system,
        _PLAYWRIGHT: of_playwright,
    }
    if asked and asked not in every:
        yield "named", lambda: first_program([Path(asked)])
    else:
        yield from ((source, look) for source, look in every.items() if asked in {"", source})


def _missing(asked: str) -> str:
    if not asked:
        return f"no Chromium is installed; install Google Chrome or one of {', '.join(NAMES)}"
    if asked in SOURCES:
        return f"BAZAAR_CHROMIUM asks for the {asked} Chromium, and there is none; leave it out to take any"
    return f"BAZAAR_CHROMIUM is {asked}: no program, and none of {', '.join(SOURCES)}"
