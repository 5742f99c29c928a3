import sys

import pytest

from actors.jail import FAMILIES_NOT_HELD, Strength, families_sentence, landlock, strength, syscalls


def test_linux_with_landlock_has_the_whole_jail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(landlock, "version", lambda: 1)
    assert strength() is Strength.WHOLE


def test_an_old_kernel_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(landlock, "version", lambda: 0)
    assert strength() is Strength.NO_LANDLOCK
    assert "kernel with Landlock" in strength().sentence


def test_another_system_or_processor_has_limits_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert strength() is Strength.LIMITS
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(syscalls, "processor", lambda: None)
    assert strength() is Strength.LIMITS


@pytest.mark.parametrize("strength", Strength)
def test_each_strength_has_its_sentence(strength: Strength) -> None:
    assert strength.sentence


def test_it_is_said_whether_a_browser_can_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(landlock, "version", lambda: landlock.SCOPES_SINCE)
    assert families_sentence() == "in the jail, without network"
    monkeypatch.setattr(landlock, "version", lambda: landlock.SCOPES_SINCE - 1)
    assert families_sentence() == FAMILIES_NOT_HELD
