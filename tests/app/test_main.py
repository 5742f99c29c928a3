import runpy
import sys

import pytest

from app.cli import COMMANDS


def test_python_m_app_takes_the_words_of_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["app", "--help"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("app", run_name="__main__")
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(word in said for word in COMMANDS)
