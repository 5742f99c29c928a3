"""An installer gets what it needs, keeps its talk in a log, and is quoted when it fails."""

import os
import sys
from pathlib import Path

import pytest

from app.setup.children import Hands, environment
from app.setup.errors import SetupError


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return Hands(tmp_path, os.open(tmp_path / "lock", os.O_CREAT | os.O_RDWR))


def test_what_a_child_prints_is_in_its_log(hands: Hands) -> None:
    hands.run("talk", [sys.executable, "-c", "print('hello')"], hands.logs)
    assert (hands.logs / "talk.log").read_text() == "hello\n"


def test_a_failure_quotes_both_ends_of_a_long_log(hands: Hands) -> None:
    program = "import sys; [print('line', n) for n in range(100)]; sys.exit(3)"
    with pytest.raises(SetupError) as failure:
        hands.run("talk", [sys.executable, "-c", program], hands.logs)
    sentence = str(failure.value)
    assert sentence.startswith(f"talk ended with 3; from {hands.logs / 'talk.log'}:\n    line 0\n")
    assert sentence.endswith("    line 99")
    assert "line 50" not in sentence


def test_a_program_that_is_not_there_is_an_error_with_its_name(hands: Hands) -> None:
    with pytest.raises(SetupError, match="ghost could not be started"):
        hands.run("ghost", [hands.logs / "ghost"], hands.logs)


def test_children_get_the_installers_settings_and_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_CERT", "cert.pem")
    monkeypatch.setenv("npm_config_cache", "cache")
    given = environment({"EXTRA": "1"})
    assert given["PIP_CERT"] == "cert.pem"
    assert given["npm_config_cache"] == "cache"
    assert given["EXTRA"] == "1"
    assert given["PATH"] == os.environ["PATH"]
    assert not {"OPENAI_API_KEY", "PYTHONPATH"} & given.keys()
