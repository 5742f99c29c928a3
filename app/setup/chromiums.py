"""What a Chromium is to us, wherever it comes from."""

from pathlib import Path
from typing import NamedTuple


class NoChromiumError(Exception):
    """No Chromium was found, or it cannot be started here; the message says what to do."""


class Chromium(NamedTuple):
    """Where it comes from, its program, and what its environment needs beyond that of any child."""

    source: str
    program: Path
    extra: dict[str, str]
