import pytest

from actors.jail import FAMILIES_NOT_HELD, holds_families
from actors.pixels import Looker
from app import eyes as subject
from app.eyes import OFF, eyes
from app.setup.chromium import NoChromiumError
from app.setup.places import Places


def test_somebody_looks_where_a_browser_can_be_jailed() -> None:
    assert isinstance(eyes(wanted=True), Looker) or not holds_families()


def test_nobody_looks_when_it_is_switched_off() -> None:
    assert eyes(wanted=False) == OFF


def test_no_browser_runs_outside_of_the_jail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "holds_families", lambda: False)
    assert eyes(wanted=True) == FAMILIES_NOT_HELD


def test_a_missing_browser_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Places, asked: str) -> None:
        raise NoChromiumError(f"no Chromium is installed; asked for {asked}")

    monkeypatch.setattr(subject, "holds_families", lambda: True)
    monkeypatch.setattr(subject, "locate", missing)
    assert eyes(wanted=True, chromium="system") == "no Chromium is installed; asked for system"
