"""What is installed is found by what it is: a script leads to its program, and what no jail can hold is left alone."""

from pathlib import Path

import pytest

from app.setup.installed_chromium import first_program, of_playwright, playwright_folder

PROGRAM = b"\x7fELF and the rest"
SCRIPT = b"#!/bin/sh\nexec something"


def a_file(path: Path, content: bytes = PROGRAM) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o755)
    return path


def test_a_program_is_taken_and_what_is_not_there_passed_over(tmp_path: Path) -> None:
    program = a_file(tmp_path / "chromium")
    assert first_program([tmp_path / "nowhere", program]) == program


def test_a_script_leads_to_the_program_beside_it_through_a_link(tmp_path: Path) -> None:
    program = a_file(tmp_path / "opt" / "chrome")
    script = a_file(tmp_path / "opt" / "google-chrome", SCRIPT)
    link = tmp_path / "bin"
    link.symlink_to(script)
    assert first_program([link]) == program


def test_a_script_alone_is_no_program(tmp_path: Path) -> None:
    assert first_program([a_file(tmp_path / "chromium-browser", SCRIPT)]) is None


def test_what_may_not_be_run_is_no_program(tmp_path: Path) -> None:
    program = a_file(tmp_path / "chromium")
    program.chmod(0o644)
    assert first_program([program]) is None


def test_a_snap_is_left_alone(tmp_path: Path) -> None:
    link = tmp_path / "chromium"
    link.symlink_to(a_file(tmp_path / "usr" / "snap"))
    assert first_program([link]) is None


def test_the_newest_of_playwrights_is_taken_a_whole_browser_first(tmp_path: Path) -> None:
    a_file(tmp_path / "chromium_headless_shell-1300" / "chrome-linux" / "headless_shell")
    assert of_playwright(tmp_path) == tmp_path / "chromium_headless_shell-1300" / "chrome-linux" / "headless_shell"
    a_file(tmp_path / "chromium-999" / "chrome-linux" / "chrome")
    newest = a_file(tmp_path / "chromium-1200" / "chrome-linux64" / "chrome")
    assert of_playwright(tmp_path) == newest
    assert of_playwright(tmp_path / "nothing") is None


@pytest.mark.parametrize(
    ("named", "ends_with"), [("/somewhere", "/somewhere"), ("0", "ms-playwright"), ("", "ms-playwright")]
)
def test_playwrights_folder_is_the_one_that_its_variable_names(named: str, ends_with: str) -> None:
    assert str(playwright_folder({"PLAYWRIGHT_BROWSERS_PATH": named})).endswith(ends_with)
