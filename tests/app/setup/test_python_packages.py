"""The virtual environment: remade when cut, kept when whole, by uv where it works and by pip where not."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.setup import stamps
from app.setup.children import Hands
from app.setup.errors import SetupError
from app.setup.places import Need, Places
from app.setup.python_packages import base_python, missing_venv, python_packages
from app.setup.stamps import Stamp

# Stands for uv: writes down its words, and makes the one file that set-up relies on.
_UV = """#!/bin/sh
echo "$*" >> "{calls}"
case "$1" in
  venv) mkdir -p "{site}" "{venv}/bin" && ln -sf "{python}" "{venv}/bin/python" ;;
  pip) exit {pip_status} ;;
esac
"""


class Machine:
    """A checkout, and a PATH on which only our uv and the shell are found."""

    def __init__(self, root: Path) -> None:
        self.places = Places(root / "checkout")
        self.calls = root / "calls"
        self.bin = root / "bin"
        for folder in (self.bin, self.places.requirements(Need.START).parent, self.places.workshop):
            folder.mkdir(parents=True)
        for need in Need:
            self.places.requirements(need).write_text("# nothing is pinned here\n")
        self.hands = Hands(self.places.workshop, os.open(self.places.workshop / "lock", os.O_CREAT | os.O_RDWR))

    def has_uv(self, pip_status: int = 0) -> None:
        places = self.places
        words = {"calls": self.calls, "site": places.site_packages, "venv": places.venv, "python": sys.executable}
        (self.bin / "uv").write_text(_UV.format(**words, pip_status=pip_status))
        (self.bin / "uv").chmod(0o755)

    def install(self, need: Need = Need.START) -> list[str]:
        """Do the stage and return the first words of each call of uv."""
        self.calls.write_text("")
        python_packages(self.places).do(need, self.hands)
        return [" ".join(line.split()[:2]) for line in self.calls.read_text().splitlines()]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    monkeypatch.setenv("PATH", f"{machine.bin}:/usr/bin:/bin")
    yield machine
    os.close(machine.hands.lock)


def test_uv_makes_the_environment_and_fills_it(machine: Machine) -> None:
    machine.has_uv()
    assert machine.install() == ["venv --no-project", "pip sync"]
    assert python_packages(machine.places).is_right(Need.START)
    assert not python_packages(machine.places).is_right(Need.TEST)


def test_the_environment_finds_the_checkout_from_any_folder(machine: Machine) -> None:
    machine.has_uv()
    machine.install()
    assert (machine.places.site_packages / "bazaar.pth").read_text() == f"{machine.places.root}\n"


def test_more_packages_go_into_the_environment_that_is_there(machine: Machine) -> None:
    machine.has_uv()
    machine.install()
    assert machine.install(Need.TEST) == ["pip sync"]


def test_an_environment_that_was_cut_is_made_again(machine: Machine) -> None:
    machine.has_uv()
    machine.install()
    half = machine.places.site_packages / "half_a_package.py"
    half.touch()
    stamps.remove(machine.places.venv)
    assert machine.install() == ["venv --no-project", "pip sync"]
    assert not half.exists()


def test_an_environment_whose_python_is_gone_is_made_again(machine: Machine) -> None:
    machine.has_uv()
    machine.install()
    machine.places.python.unlink()
    assert machine.install() == ["venv --no-project", "pip sync"]


def test_another_machine_or_python_makes_the_stamp_wrong(machine: Machine) -> None:
    machine.has_uv()
    machine.install()
    stamps.write(machine.places.venv, Stamp(Need.START, "made elsewhere"))
    assert not python_packages(machine.places).is_right(Need.START)


def test_pip_goes_on_where_uv_does_not_manage(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.has_uv(pip_status=2)
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SetupError, match="sudo apt install"):
        machine.install()
    assert "uv did not manage, going on with pip" in capsys.readouterr().err


def test_a_python_without_venv_gets_the_line_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing_venv() is None
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    minor = sys.version_info.minor
    assert f"    sudo apt install python3.{minor}-venv\n" in (missing_venv() or "")


def test_an_environment_is_never_made_with_the_python_inside_it() -> None:
    assert not Path(base_python()).is_relative_to(sys.prefix) or sys.prefix == sys.base_prefix
