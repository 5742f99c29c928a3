"""Tells what is found, what is missing and what to do. Installs nothing, and works when nothing is set up."""

import argparse
import os
import platform
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app.setup.chromium import NoChromiumError, find
from app.setup.node_packages import node
from app.setup.places import Need, Places
from app.setup.python_packages import missing_venv
from app.setup.stages import Stage

_SET_UP = "type: python3 run.py setup"
_KEYS = ("OPENAI_API_KEY", "OPENAI_BASE_URL")
_OFF = {"0", "false", "no", "off", "f", "n"}


class Sign(NamedTuple):
    """One thing looked at; where something is to be done, the advice says what."""

    name: str
    found: str
    advice: str = ""


def examine(places: Places, stages: Sequence[Stage], words: Sequence[str]) -> int:
    """Print every sign; 0 when nothing is to be done."""
    asked = _read(words, places)
    signs = [
        *_machine(),
        *_set_up(places, stages),
        *_settings(places),
        _folder(asked.data),
        _port(asked.host, asked.port),
    ]
    for sign in signs:
        print(f"{'!' if sign.advice else ' '} {sign.name:<18} {sign.found}")
        if sign.advice:
            print(f"  {'':<18} -> {sign.advice}")
    return int(any(sign.advice for sign in signs))


def _read(words: Sequence[str], places: Places) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py doctor", description=__doc__)
    parser.add_argument("--host", default=os.environ.get("BAZAAR_HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=os.environ.get("BAZAAR_PORT", "8720"))
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("BAZAAR_DATA", places.root / "data")))
    return parser.parse_args(words)


def _machine() -> Iterator[Sign]:
    yield Sign("python", f"{platform.python_version()} at {sys.executable}")
    uv = shutil.which("uv")
    yield Sign("uv", uv or "not found; venv and pip do the same")
    mend = None if uv else missing_venv()
    yield Sign("venv", "missing" if mend else "found", (mend or "").replace("\n", " "))


def _set_up(places: Places, stages: Sequence[Stage]) -> Iterator[Sign]:
    for stage in stages:
        if stage.is_right(Need.TEST):
            yield Sign(stage.title, "set up, for the tests too")
        elif stage.is_right(Need.START):
            yield Sign(stage.title, "set up")
        else:
            yield Sign(stage.title, "out of date" if stage.folder.exists() else "not set up", _SET_UP)
    yield Sign("node", str(node(places)) if node(places).exists() else "comes with the python packages")
    yield _chromium(places)
    yield _jail(places)
    yield _look(places)


def _chromium(places: Places) -> Sign:
    """Who would look at what is published; BAZAAR_CHROMIUM is read from where the server reads it."""
    try:
        source, found = find(places, _given("BAZAAR_CHROMIUM", places))
    except NoChromiumError as error:
        return Sign("chromium", f"{error}; until then nobody looks at what is published")
    return Sign("chromium", f"{found} ({source})")


def _jail(places: Places) -> Sign:
    return Sign("jail", _told(places, "from actors.jail import strength; print(strength().sentence)"))


def _look(places: Places) -> Sign:
    if _given("BAZAAR_INSPECT", places).lower() in _OFF:
        return Sign("look", "switched off (BAZAAR_INSPECT)")
    told = _told(places, "from actors.jail import families_sentence; print(families_sentence())")
    return Sign("look", told)


def _told(places: Places, asked: str) -> str:
    told = subprocess.run([sys.executable, "-c", asked], cwd=places.root, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "cannot be told: " + told.stderr.strip()[-200:]


def _settings(places: Places) -> Iterator[Sign]:
    given = [key for key in _KEYS if _given(key, places)]
    # Which of the two is told, and never what it holds.
    yield Sign("model", f"{' and '.join(given)} set" if given else "no key set: the demo composer answers (no AI)")


def _given(name: str, places: Places) -> str:
    """A setting, from where the server takes it: the environment, else the file .env."""
    file = places.root / ".env"
    lines = file.read_text(errors="replace").splitlines() if file.is_file() else []
    written = dict(line.split("=", 1) for line in lines if "=" in line)
    return os.environ.get(name) or written.get(name, "").strip().strip("\"'")


def _folder(data: Path) -> Sign:
    nearest = next(folder for folder in [data.absolute(), *data.absolute().parents] if folder.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK):
        return Sign("data folder", f"{data} {'can be written' if nearest == data.absolute() else 'will be made'}")
    return Sign("data folder", f"{data} cannot be written", "make it writable, or name another: --data DIR")


def _port(host: str, port: int) -> Sign:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            advice = "stop what listens there (it may be Bazaar itself), or name another: --port N"
            return Sign("port", f"{host}:{port} cannot be opened: {error.strerror}", advice)
    return Sign("port", f"{host}:{port} is free")
