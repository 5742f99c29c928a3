"""All checks run, two at once, and each outcome is told in order."""

import os
import sys
from pathlib import Path

import pytest

from app.setup.checks import Check, checks, run_checks, run_pytest
from app.setup.places import here


def _check(name: str, program: str) -> Check:
    return Check(name, [sys.executable, "-c", program], Path.cwd())


def test_all_run_even_when_the_first_fails(capfd: pytest.CaptureFixture[str]) -> None:
    bad, good = _check("bad", "print('what is wrong'); raise SystemExit(1)"), _check("good", "print('chatter')")
    outcomes = run_checks([bad, good], os.environ)
    assert [(outcome.name, outcome.passed) for outcome in outcomes] == [("bad", False), ("good", True)]
    told = capfd.readouterr()
    assert "what is wrong" in told.out
    assert "chatter" not in told.out
    assert told.err.index("bad") < told.err.index("good")


def test_a_check_that_cannot_start_has_failed(tmp_path: Path) -> None:
    [outcome] = run_checks([Check("ghost", [tmp_path / "ghost"], tmp_path)], os.environ)
    assert not outcome.passed
    assert "ghost" in outcome.output


def test_every_language_is_formatted_linted_typed_and_tested() -> None:
    names = {check.name for check in checks(here())}
    assert {"ruff format", "ruff", "mypy", "import-linter", "biome", "tsc motion", "vitest"} <= names


def test_the_exit_code_of_pytest_is_passed_on() -> None:
    assert run_pytest(here(), ["--no-such-word"]) == pytest.ExitCode.USAGE_ERROR
