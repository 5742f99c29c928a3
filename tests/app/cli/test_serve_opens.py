"""On a desktop the printed address is opened: a terminal, a screen and a browser that is a script of ours."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from app.credentials import token_of
from app.settings import ROOT


@pytest.mark.slow
@pytest.mark.parametrize("words", [[], ["--no-open"]])
def test_opens_the_printed_address_on_a_desktop_unless_told_not_to(tmp_path: Path, words: list[str]) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o700)
    ours, theirs = pty.openpty()
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DISPLAY": ":0", "BROWSER": f"{browser} %s"}
    command = [sys.executable, "-m", "app", "serve", "--port", "0", "--data", str(tmp_path / "data"), *words]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL) as server:
        os.close(theirs)
        with open(ours, "rb") as terminal:  # noqa: PTH123  # a descriptor has no path
            said = b""
            while b"demo composer answers" not in said:
                said += terminal.read1(4096)
            server.terminate()
            assert server.wait(20) == 0
    if words:
        assert not opened.exists()
    else:
        assert opened.read_text().strip().endswith(f"/login?token={token_of(tmp_path / 'data')}")
        assert opened.read_text().strip().encode() in said
