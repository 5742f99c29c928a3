from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from app.cli.shared_options import add_data, settings_of
from app.errors import StartError


def asked(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_data(parser)
    return parser.parse_args(words)


def test_the_command_line_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAZAAR_DATA", "/elsewhere")
    monkeypatch.setenv("BAZAAR_PORT", "8999")
    settings = settings_of(asked("--data", str(tmp_path)))
    assert (settings.data, settings.port) == (tmp_path, 8999)


def test_keeps_the_key_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    settings = settings_of(asked())
    assert settings.openai_api_key is not None
    assert settings.openai_api_key.get_secret_value() == "sk-very-secret"
    assert "very-secret" not in repr(settings)


def test_says_which_setting_does_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAZAAR_BUILD_WORKERS", "many")
    with pytest.raises(StartError, match=r"BAZAAR_BUILD_WORKERS: .* see \.env and the environment"):
        settings_of(asked())
