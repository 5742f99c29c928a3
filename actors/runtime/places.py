"""Where in the code, told as a path from the project's root: what is kept and shown names no place of the machine."""

import sysconfig
import traceback
from pathlib import Path
from types import FrameType

_ROOT = f"{Path(__file__).resolve().parents[2]}/"
_LIBRARY = f"{sysconfig.get_path('stdlib')}/"


def traceback_of(error: BaseException) -> str:
    """The traceback as text."""
    return from_the_root("".join(traceback.format_exception(error)))


def stack_of(frame: FrameType) -> str:
    """What is being called, the innermost last."""
    return from_the_root("".join(traceback.format_stack(frame)))


def from_the_root(text: str) -> str:
    """The text with paths of the project and of Python shortened."""
    return text.replace(_ROOT, "").replace(_LIBRARY, "python/")
