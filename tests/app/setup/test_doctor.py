"""The doctor names what is wrong and what to do, and never shows a key."""

import socket
import sys
from pathlib import Path

import pytest

from actors.jail import families_sentence
from app.setup.doctor import examine
from app.setup.places import Places, here


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


def test_it_is_said_who_would_look_and_whether_the_jail_holds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = Path(sys.executable).resolve()
    (tmp_path / ".env").write_text(f'BAZAAR_CHROMIUM="{program}"\nBAZAAR_INSPECT=false\n')
    examine(Places(tmp_path), [], ["--port", "0"])
    told = capsys.readouterr().out
    assert f"{program} (named)" in told
    assert "switched off (BAZAAR_INSPECT)" in told
    monkeypatch.setenv("BAZAAR_CHROMIUM", "/no/such/program")
    monkeypatch.setenv("BAZAAR_INSPECT", "1")
    examine(Places(here().root), [], ["--port", "0"])
    told = capsys.readouterr().out
    assert "BAZAAR_CHROMIUM is /no/such/program" in told
    assert "nobody looks at what is published" in told
    assert families_sentence() in told
