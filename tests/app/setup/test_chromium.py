"""Which Chromium is taken: the packed one, then the system's, then Playwright's, or the one that was asked for."""

import sys
from pathlib import Path

import pytest

from app.setup import chromium as subject
from app.setup.chromium import NoChromiumError, find, locate
from app.setup.places import Places


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A checkout without packages, on a machine where nothing is installed."""
    monkeypatch.setattr(subject, "package_of", lambda _: None)
    monkeypatch.setattr(subject, "of_system", lambda: None)
    monkeypatch.setattr(subject, "of_playwright", lambda: None)
    return Places(tmp_path)


def test_the_packed_one_goes_before_the_systems_and_that_before_playwrights(
    nowhere: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "of_playwright", lambda: Path("/of/playwright"))
    assert find(nowhere) == ("playwright", Path("/of/playwright"))
    monkeypatch.setattr(subject, "of_system", lambda: Path("/of/system"))
    assert find(nowhere) == ("system", Path("/of/system"))
    monkeypatch.setattr(subject, "package_of", lambda _: Path("/packed"))
    assert find(nowhere) == ("packed", Path("/packed"))
    assert find(nowhere, "playwright") == ("playwright", Path("/of/playwright"))


def test_a_program_is_taken_by_its_path_whatever_else_there_is(nowhere: Places) -> None:
    program = Path(sys.executable).resolve()
    assert locate(nowhere, str(program)) == ("named", program, {})


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", "no Chromium is installed; install Google Chrome or one of"),
        ("system", "asks for the system Chromium, and there is none; leave it out"),
        ("/no/such/program", "is /no/such/program: no program, and none of packed, system, playwright"),
    ],
)
def test_it_is_said_what_is_missing_and_what_to_do(nowhere: Places, asked: str, said: str) -> None:
    with pytest.raises(NoChromiumError, match=said):
        locate(nowhere, asked)
