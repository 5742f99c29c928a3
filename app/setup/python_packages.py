"""The virtual environment beside the code, with every package pinned and its hash checked.

An installer that was cut may leave half a package that it later takes for whole, so an environment
without a stamp is made again; what was downloaded is still in the installer's cache.
"""

import importlib.util
import shutil
import sys
from pathlib import Path

from app.setup import stamps
from app.setup.children import Hands
from app.setup.errors import SetupError
from app.setup.places import Need, Places, machine, python_version
from app.setup.stages import Stage, say


def python_packages(places: Places) -> Stage:
    """The stage that makes .venv."""
    return Stage(
        title="python packages",
        folder=places.venv,
        proof=places.python,
        inputs=lambda need: stamps.digest_of(
            [places.requirements(need)], python_version(), machine(), str(places.root)
        ),
        act=lambda need, hands: _install(places, need, hands),
    )


def missing_venv() -> str | None:
    """The line that mends a Python without venv, or None where it has it."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return None
    return (
        "this Python has no venv, and uv is not installed; on Debian or Ubuntu type:\n"
        f"    sudo apt install python{python_version()}-venv\nthen the same command again"
    )


def base_python() -> str:
    """The Python that environments are made with, even when this one runs inside an environment."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _install(places: Places, need: Need, hands: Hands) -> None:
    whole = stamps.read(places.venv) and places.site_packages.is_dir() and places.python.exists()
    stamps.remove(places.venv)
    uv = shutil.which("uv")
    if uv is None or not _installed_by_uv(uv, places, need, hands, remade=not whole):
        _install_by_pip(places, need, hands, remade=not whole)
    (places.site_packages / "bazaar.pth").write_text(f"{places.root}\n")


def _installed_by_uv(uv: str, places: Places, need: Need, hands: Hands, *, remade: bool) -> bool:
    """Try uv. It may not know the user's indexes, which pip does: then say so and let pip do it."""
    try:
        if remade:
            _clear(places.venv)
            hands.run("uv-venv", [uv, "venv", "--no-project", "--python", base_python(), places.venv], places.root)
        words: list[str | Path] = ["--require-hashes", "--python", places.python, places.requirements(need)]
        hands.run("uv", [uv, "pip", "sync", *words], places.root)
    except SetupError as error:
        say(f"uv did not manage, going on with pip: {error}")
        return False
    return True


def _install_by_pip(places: Places, need: Need, hands: Hands, *, remade: bool) -> None:
    if remade or not (places.site_packages / "pip").is_dir():
        mend = missing_venv()
        if mend:
            raise SetupError(mend)
        _clear(places.venv)
        hands.run("venv", [base_python(), "-m", "venv", places.venv], places.root)
    pip: list[str | Path] = [places.python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    hands.run("pip", [*pip, "--require-hashes", "-r", places.requirements(need)], places.root)


def _clear(venv: Path) -> None:
    if venv.exists():
        shutil.rmtree(venv)
