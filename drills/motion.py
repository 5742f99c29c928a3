"""The motion runtime against the npm package whose documented API it has: the same answers to thousands of questions.

The package is installed in a scratch folder, asked, and gone again; what it answered stays as plain numbers in
web/motion/conformance/answers.jsonl, which the ordinary tests hold ours against.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict

from app.setup.children import environment
from app.setup.node_packages import node, node_first, npm
from app.setup.places import Places, here
from drills.invariant import Invariant

TIMES = 4_000
"""Questions in all, more or less."""

PARTS = {
    "functions": ("remotion", "react", "react-dom"),
    "timeline": ("@remotion/player", "react", "react-dom", "jsdom"),
}
"""What is installed to ask each part. Single frames are drawn by the player, which may lag behind by a version."""

_MOST_S = 600


class NoAnswerError(Exception):
    """The package could not be installed or asked; the message says what was printed."""


def run(*, seed: int, times: int = TIMES) -> Iterator[Invariant]:
    """Ask both, compare, and keep what the package said where all that is asked was answered the same."""
    places = here()
    recorded = "".join(_asked_newly(places, part, seed, times) for part in PARTS)
    told = compared(places, recorded)
    for kind, result in told.items():
        yield _invariant(kind, result)
    same = not any(result["different"] for result in told.values())
    fixture = places.web / "motion" / "conformance" / "answers.jsonl"
    if same:
        fixture.write_text(recorded, encoding="utf-8")
    yield Invariant("the answers are kept", held=same, counted=f"{len(recorded)} characters for {fixture.name}")


def asked(places: Places, part: str, packages: Path, seed: int, times: int) -> str:
    """What the package in that folder answers, one question a line. Raises NoAnswerError."""
    script = places.web / "motion" / "conformance" / "record.mjs"
    return _said(places, [node(places), script, part, packages, str(seed), str(times)], cwd=packages)


class Compared(TypedDict):
    """How many questions of a kind were asked, how many may differ, and those that differ and may not."""

    asked: int
    excused: int
    different: list[dict[str, object]]


def compared(places: Places, recorded: str) -> dict[str, Compared]:
    """How ours answers what was asked, by kind. Raises NoAnswerError."""
    script = places.web / "motion" / "conformance" / "check.mjs"
    said = _said(places, [node(places), script], cwd=places.web, given=recorded)
    told: dict[str, Compared] = json.loads(said)
    return told


def _asked_newly(places: Places, part: str, seed: int, times: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder)
        (packages / "package.json").write_text("{}", encoding="utf-8")
        wanted = npm(places, "install", "--ignore-scripts", "--no-package-lock", "--silent", *PARTS[part])
        _said(places, wanted, cwd=packages)
        return asked(places, part, packages, seed, times)


def _said(places: Places, argv: Sequence[str | Path], *, cwd: Path, given: str = "") -> str:
    env = environment(node_first(places))
    done = subprocess.run(
        argv, cwd=cwd, env=env, input=given, capture_output=True, text=True, timeout=_MOST_S, check=False
    )
    if done.returncode != 0:
        message = f"{Path(argv[1]).name} failed: {done.stderr.strip()[-800:]}"
        raise NoAnswerError(message)
    return done.stdout


def _invariant(kind: str, result: Compared) -> Invariant:
    different = result["different"]
    count = f"{len(different)} of {result['asked']} differ, {result['excused']} may (differences.mjs)"
    first = f"; the first: {json.dumps(different[0])[:400]}" if different else ""
    return Invariant(f"{kind} answers the same to a millionth", held=not different, counted=count + first)
