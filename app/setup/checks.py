"""Every check of the project, in one command: format, lint, types, imports, TypeScript, and the tests last.

The quick checks run two at once; all run even when one fails. pytest comes last and is handed their
summary, so that what was found stands beside the line that closes the output.
"""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from app.setup.children import environment
from app.setup.node_packages import node, node_first
from app.setup.places import Places
from app.setup.stages import say
from app.setup.testing import run_tests

SUMMARY_VARIABLE = "BAZAAR_CHECKS"
_SIDE_BY_SIDE = 2
_TIMEOUT_S = 300


class Check(NamedTuple):
    """A child that must end with 0."""

    name: str
    argv: Sequence[str | Path]
    cwd: Path


class Outcome(NamedTuple):
    """How a check ended, after how many seconds, and what it printed."""

    name: str
    passed: bool
    seconds: float
    output: str

    def __str__(self) -> str:
        return f"{self.name:<16} {'passed' if self.passed else 'FAILED'} {self.seconds:6.1f} s"


def run_all(places: Places) -> int:
    """Run every check and then the tests; 0 only when all passed."""
    outcomes = run_checks(checks(places), environment(node_first(places)))
    summary = "\n".join(str(outcome) for outcome in outcomes)
    status = run_tests(lambda words: run_pytest(places, words, {SUMMARY_VARIABLE: summary}), places.root)
    return status or int(not all(outcome.passed for outcome in outcomes))


def run_pytest(places: Places, words: Sequence[str], extra: Mapping[str, str] | None = None) -> int:
    """Run pytest with these words, speaking straight to the terminal; returns its exit code."""
    argv = [str(places.python), "-m", "pytest", *words]
    return subprocess.run(
        argv, cwd=places.root, env=environment({**node_first(places), **(extra or {})}), check=False
    ).returncode


def run_checks(these: Sequence[Check], env: Mapping[str, str]) -> list[Outcome]:
    """Run checks two at once and tell each outcome, in order, as soon as it is known."""
    outcomes = []
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        for outcome in pool.map(lambda check: _run(check, env), these):
            say(str(outcome))
            if not outcome.passed:
                print(outcome.output, flush=True)
            outcomes.append(outcome)
    return outcomes


def checks(places: Places) -> list[Check]:
    """The checks in the order they are told; the longest begins first where two run at once."""
    return [*_python_checks(places), *_web_checks(places)]


def _python_checks(places: Places) -> list[Check]:
    ruff: list[str | Path] = [places.python, "-m", "ruff"]
    return [
        Check("ruff format", [*ruff, "format", "--check", "."], places.root),
        Check("mypy", [places.python, "-m", "mypy"], places.root),
        Check("ruff", [*ruff, "check", "."], places.root),
        Check("import-linter", [places.python, places.venv / "bin" / "lint-imports"], places.root),
    ]


def _web_checks(places: Places) -> list[Check]:
    modules = places.node_modules
    tsc: list[str | Path] = [node(places), modules / "typescript" / "bin" / "tsc", "--noEmit", "-p"]
    projects = sorted(file.parent for file in places.web.glob("*/tsconfig.json"))
    return [
        Check("biome", [node(places), modules / "@biomejs" / "biome" / "bin" / "biome", "check", "."], places.web),
        *(Check(f"tsc {project.name}", [*tsc, project], places.web) for project in projects),
        Check("vitest", [node(places), modules / "vitest" / "vitest.mjs", "run"], places.web),
    ]


def _run(check: Check, env: Mapping[str, str]) -> Outcome:
    begun = time.monotonic()
    try:
        done = subprocess.run(
            [os.fspath(word) for word in check.argv],
            cwd=check.cwd,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=_TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(check.name, passed=False, seconds=_TIMEOUT_S, output=f"no end after {_TIMEOUT_S} s")
    except OSError as error:
        return Outcome(check.name, passed=False, seconds=time.monotonic() - begun, output=str(error))
    return Outcome(check.name, done.returncode == 0, time.monotonic() - begun, done.stdout)
