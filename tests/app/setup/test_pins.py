"""The pins: compiled by one command, the tests' on top of the app's, with hashes and without any address."""

import re
from pathlib import Path

import pytest

from app.setup.pins import compile_all
from app.setup.places import Need, Places, here

_UV = """#!/bin/sh
echo "$PWD: $*" >> "{calls}"
"""


def _pins(need: Need) -> set[str]:
    return set(re.findall(r"^\S+==\S+", here().requirements(need).read_text(), re.MULTILINE))


def test_uv_compiles_both_in_their_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places, calls = Places(tmp_path), tmp_path / "calls"
    places.requirements(Need.START).parent.mkdir(parents=True)
    (tmp_path / "uv").write_text(_UV.format(calls=calls))
    (tmp_path / "uv").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    compile_all(places, ["--upgrade"])
    runtime, dev = calls.read_text().splitlines()
    assert runtime.endswith("--upgrade -o runtime.txt runtime.in")
    assert dev.endswith("--upgrade --constraints runtime.txt -o dev.txt dev.in")
    assert "--generate-hashes" in runtime
    assert str(places.requirements(Need.START).parent) in runtime


def test_the_tests_run_on_exactly_what_the_app_runs_on() -> None:
    assert _pins(Need.START) <= _pins(Need.TEST), "type: python3 run.py lock"


@pytest.mark.parametrize("need", list(Need))
def test_every_pin_has_a_hash_and_the_file_names_no_address(need: Need) -> None:
    text = here().requirements(need).read_text()
    assert "python3 run.py lock" in text.splitlines()[1]
    assert "://" not in text
    assert all("--hash=sha256:" in block for block in re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:])
