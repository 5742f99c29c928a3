import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.credentials import announce, announced, operator_token_of, token_of, withdraw


def test_the_token_is_made_once_and_stays(tmp_path: Path) -> None:
    token = token_of(tmp_path)
    assert len(token) >= 40
    assert token_of(tmp_path) == token
    assert token_of(_another(tmp_path)) != token


def test_the_operators_token_is_another(tmp_path: Path) -> None:
    assert len(operator_token_of(tmp_path)) >= 40
    assert operator_token_of(tmp_path) != token_of(tmp_path)


def test_only_the_owner_may_read_the_token_and_the_address(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        token_of(tmp_path)
        operator_token_of(tmp_path)
        announce(tmp_path, "http://127.0.0.1:1")
    finally:
        os.umask(before)
    assert {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {
        "token": 0o600,
        "operator-token": 0o600,
        "server.json": 0o600,
    }


def test_a_part_that_a_crash_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / f"token.{os.getpid()}.part").write_text("half")
    assert token_of(tmp_path) != "half"


def test_finds_the_address_until_it_is_withdrawn(tmp_path: Path) -> None:
    assert announced(tmp_path) is None
    announce(tmp_path, "http://127.0.0.1:8720")
    address = announced(tmp_path)
    assert address is not None
    assert (address.url, address.pid) == ("http://127.0.0.1:8720", os.getpid())
    withdraw(tmp_path)
    withdraw(tmp_path)
    assert announced(tmp_path) is None


def test_the_address_of_a_dead_process_is_none(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    (tmp_path / "server.json").write_text(f'{{"url": "http://127.0.0.1:1", "pid": {process.pid}}}')
    assert announced(tmp_path) is None


@pytest.mark.parametrize("left", ["", "{", "[]", '{"url": "x"}', '{"url": "x", "pid": 1, "more": 2}'])
def test_an_address_that_cannot_be_read_is_none(left: str, tmp_path: Path) -> None:
    (tmp_path / "server.json").write_text(left)
    assert announced(tmp_path) is None


def _another(folder: Path) -> Path:
    other = folder / "other"
    other.mkdir()
    return other


@pytest.mark.parametrize("left", ["", "\n", "short", "\0\0\0"])
def test_a_token_that_a_crash_left_empty_lets_nobody_in_but_is_made_anew(left: str, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(left)
    token = token_of(tmp_path)
    assert len(token) >= 40
    assert token_of(tmp_path) == token


def test_a_token_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    token = token_of(tmp_path)
    (tmp_path / "token").chmod(0o644)
    assert token_of(tmp_path) == token
    assert (tmp_path / "token").stat().st_mode & 0o777 == 0o600
