"""Compiles the pinned requirements: what a person maintains is the .in files, what is installed the .txt files."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from app.setup.children import Hands
from app.setup.errors import SetupError
from app.setup.one_at_a_time import one_at_a_time
from app.setup.places import Need, Places
from app.setup.stages import say

_OLDEST_PYTHON = "3.11"


def compile_all(places: Places, words: Sequence[str]) -> None:
    """Compile both files again; words (such as --upgrade) go to uv. Raises SetupError where uv is missing."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError("lock needs uv to compile the pins, and it is not on PATH; install uv, then the same again")
    with one_at_a_time(places.workshop / "lock", say) as held:
        hands = Hands(places.workshop, held)
        # The tests' pins may differ from the app's in nothing but what they add.
        _compile(uv, places.requirements(Need.START), words, hands)
        _compile(uv, places.requirements(Need.TEST), [*words, "--constraints", "runtime.txt"], hands)


def _compile(uv: str, output: Path, words: Sequence[str], hands: Hands) -> None:
    say(f"compiling {output.name} ...")
    fixed = ["--universal", "--generate-hashes", "--python-version", _OLDEST_PYTHON]
    quiet = ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python3 run.py lock"]
    argv = [uv, "pip", "compile", *fixed, *quiet, *words, "-o", output.name, output.with_suffix(".in").name]
    hands.run("uv-compile", argv, output.parent)
