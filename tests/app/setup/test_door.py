"""run.py as a person meets it: real processes, in a checkout where nothing is set up."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[3]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The door and set-up alone, with nothing made yet and no requirements to install from."""
    shutil.copy(_ROOT / "run.py", tmp_path)
    shutil.copytree(_ROOT / "app" / "setup", tmp_path / "app" / "setup")
    shutil.copy(_ROOT / "app" / "__init__.py", tmp_path / "app")
    return tmp_path


def run(checkout: Path, *words: str, path: str = "/usr/bin:/bin") -> subprocess.CompletedProcess[str]:
    """Call run.py with a bare Python, as `-I -S` makes it: no environment, no site, no package."""
    argv = [sys.executable, "-S", str(checkout / "run.py"), *words]
    env = {"PATH": path, "HOME": str(checkout)}
    return subprocess.run(argv, cwd="/", env=env, capture_output=True, text=True, timeout=30, check=False)


def test_doctor_tells_what_is_missing_and_installs_nothing(checkout: Path) -> None:
    told = run(checkout, "doctor", "--port", "0")
    assert told.returncode == 1, told.stderr
    assert "! python packages    not set up" in told.stdout
    assert "-> type: python3 run.py setup" in told.stdout
    assert "no key set: the demo composer answers" in told.stdout
    assert not (checkout / ".venv").exists()
    assert not (checkout / ".setup").exists()


def test_help_needs_no_set_up(checkout: Path) -> None:
    told = run(checkout, "--help")
    assert told.returncode == 0, told.stderr
    assert "python3 run.py test [WORDS]" in told.stdout
    assert not (checkout / ".venv").exists()


def test_lock_without_uv_says_so(checkout: Path) -> None:
    told = run(checkout, "lock")
    assert told.returncode == 1
    assert "lock needs uv" in told.stderr


def test_setup_refuses_words_it_does_not_know(checkout: Path) -> None:
    told = run(checkout, "setup", "--everything")
    assert told.returncode == 1
    assert "setup takes --test or nothing, not --everything" in told.stderr


def test_an_old_python_gets_a_sentence(checkout: Path) -> None:
    pretend = "import sys; sys.version_info = (3, 9); exec(compile(open('run.py').read(), 'run.py', 'exec'))"
    told = subprocess.run(
        [sys.executable, "-c", pretend], cwd=checkout, env=dict(os.environ), capture_output=True, text=True, check=False
    )
    assert told.returncode == 1
    assert told.stderr == (
        "bazaar needs Python 3.11 or newer, and this is 3.9: "
        "install one, or call it by its name, as in: python3.12 run.py\n"
    )
