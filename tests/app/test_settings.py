from pathlib import Path

import pytest
from pydantic import ValidationError

from app.settings import ROOT, Settings


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for field, info in Settings.model_fields.items():
        monkeypatch.delenv(str(info.validation_alias or field).upper(), raising=False)
    monkeypatch.setitem(Settings.model_config, "env_file", None)


def test_without_key_and_address_the_demo_composer_answers() -> None:
    assert Settings().is_demo
    assert Settings().data == ROOT / "data"
    assert Settings().host == "127.0.0.1"


@pytest.mark.parametrize(("name", "value"), [("OPENAI_API_KEY", "sk-x"), ("OPENAI_BASE_URL", "http://model/v1")])
def test_with_a_key_or_an_address_it_does_not(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert not Settings().is_demo


def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "")
    assert Settings().is_demo


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("BAZAAR_MODEL=from-the-file\nBAZAAR_PORT=9001\nUNKNOWN=1\n")
    monkeypatch.setitem(Settings.model_config, "env_file", tmp_path / ".env")
    monkeypatch.setenv("BAZAAR_MODEL", "from-the-environment")
    assert (Settings().model, Settings().port) == ("from-the-environment", 9001)


@pytest.mark.parametrize(
    ("name", "value"), [("BAZAAR_PORT", "65536"), ("BAZAAR_BUILD_WORKERS", "0"), ("BAZAAR_DEMO_PACE", "-1")]
)
def test_refuses_what_cannot_be(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name):
        Settings()


@pytest.mark.parametrize("url", ["http://user:hunter2@model/v1", "https://hunter2@model"])
def test_an_address_with_a_password_is_refused_without_quoting_it(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    with pytest.raises(ValidationError) as refused:
        Settings()
    [error] = refused.value.errors(include_input=False, include_context=False)
    assert "set OPENAI_API_KEY" in error["msg"]
    assert "hunter2" not in error["msg"]
