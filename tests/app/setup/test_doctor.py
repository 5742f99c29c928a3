"""The doctor names what is wrong and what to do, and never shows a key."""

import socket
from pathlib import Path

import pytest

from app.setup.doctor import examine
from app.setup.places import Places


def test_all_well_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert examine(Places(tmp_path), [], ["--port", "0", "--data", str(tmp_path)]) == 0
    assert "can be written" in capsys.readouterr().out


def test_a_taken_port_is_told_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert examine(Places(tmp_path), [], ["--port", port]) == 1
    assert f"127.0.0.1:{port} cannot be opened" in capsys.readouterr().out


def test_a_data_folder_that_is_a_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").touch()
    assert examine(Places(tmp_path), [], ["--port", "0", "--data", str(tmp_path / "data")]) == 1
    assert "name another: --data DIR" in capsys.readouterr().out


def test_a_key_is_told_by_its_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    (tmp_path / ".env").write_text("OPENAI_BASE_URL=http://localhost:1/v1\n")
    examine(Places(tmp_path), [], ["--port", "0"])
    told = capsys.readouterr().out
    assert "OPENAI_API_KEY and OPENAI_BASE_URL set" in told
    assert "secret" not in told
