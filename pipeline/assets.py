"""The files of a project that people gave: pictures that components draw, exactly as they are."""

import re
import struct
from typing import Literal

from pydantic import Field

from pipeline.ids import AssetId, Sha256
from pipeline.value import Value

MediaType = Literal["image/png", "image/jpeg", "image/gif", "image/webp"]

LARGEST_ASSET_BYTES = 10 * 1024 * 1024
MOST_ASSETS = 200
"""Of one project."""

_SUFFIXES: dict[MediaType, str] = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
_ODD = re.compile(r"[^A-Za-z0-9._-]+")
_JPEG_SIZES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
_LONGEST_STEM = 80
_WEBP_HEAD = 25
"""Bytes of the shortest head that says a size."""


class Asset(Value):
    """One file; components draw it as `staticFile(name)`, and `sha256` is its artifact."""

    id: AssetId
    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")
    sha256: Sha256
    media_type: MediaType
    width: int
    height: int
    bytes: int
    created_at: str = ""


class Picture(Value):
    """What the bytes themselves say that they are."""

    media_type: MediaType
    width: int
    height: int


def picture_in(content: bytes) -> Picture | None:
    """The picture that the bytes begin as, whatever anybody calls them; None for what is none of the four kinds."""
    try:
        found = _png(content) or _gif(content) or _webp(content) or _jpeg(content)
    except (struct.error, IndexError):
        return None
    return found if found and found.width and found.height else None


def file_name(given: str, media_type: MediaType) -> str:
    """A name that is safe in a path and in a source; its ending says what the file is."""
    stem = _ODD.sub("-", given.rpartition("/")[2]).strip("-._")
    stem = stem.rpartition(".")[0] or stem if "." in stem else stem
    return f"{stem.strip('-._')[:_LONGEST_STEM] or 'picture'}.{_SUFFIXES[media_type]}"


def numbered(name: str, number: int) -> str:
    """The name for one more file that would have the same: `logo.png` → `logo-2.png`."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}-{number}.{suffix}"


def _png(content: bytes) -> Picture | None:
    if content[:8] != b"\x89PNG\r\n\x1a\n" or content[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", content[16:24])
    return Picture(media_type="image/png", width=width, height=height)


def _gif(content: bytes) -> Picture | None:
    if content[:6] not in {b"GIF87a", b"GIF89a"}:
        return None
    width, height = struct.unpack("<HH", content[6:10])
    return Picture(media_type="image/gif", width=width, height=height)


def _webp(content: bytes) -> Picture | None:
    """The three forms of RFC 9649: lossy, lossless, extended."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or len(content) < _WEBP_HEAD:
        return None
    kind = content[12:16]
    if kind == b"VP8 ":
        width, height = (side & 0x3FFF for side in struct.unpack("<HH", content[26:30]))
    elif kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8X":
        width, height = (_int24(content, at) + 1 for at in (24, 27))
    else:
        return None
    return Picture(media_type="image/webp", width=width, height=height)


def _int24(content: bytes, at: int) -> int:
    low, high = struct.unpack("<HB", content[at : at + 3])
    return int(low | high << 16)


def _jpeg(content: bytes) -> Picture | None:
    """The size stands in the frame header, behind segments that say how long they are (ITU T.81, annex B)."""
    if content[:2] != b"\xff\xd8":
        return None
    place = 2
    while content[place] == 0xFF:  # noqa: PLR2004  # every marker begins so
        marker, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4], "big")
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return Picture(media_type="image/jpeg", width=width, height=height)
        place += 2 + max(length, 2)
    return None
