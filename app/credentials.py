"""The tokens of a data folder, and the address of the server that runs on it: for the owner's eyes only."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

_TOKEN, _OPERATOR_TOKEN, _SERVER = "token", "operator-token", "server.json"
_SHORTEST_TOKEN = 20


@dataclass(frozen=True)
class ServerAddress:
    """Where a running server answers."""

    url: str
    pid: int


def token_of(data: Path) -> str:
    """The token that opens all but the console of this folder's server; made once, valid across restarts.

    One that a crash or a hand left empty or short is made anew: an empty token would let everybody in.
    """
    return _kept_token(data / _TOKEN)


def operator_token_of(data: Path) -> str:
    """The token that opens the console, and nothing else; made and kept as the other one."""
    return _kept_token(data / _OPERATOR_TOKEN)


def announce(data: Path, url: str) -> None:
    """Leave the address where other commands look for it."""
    _write_private(data / _SERVER, json.dumps(asdict(ServerAddress(url, os.getpid()))))


def withdraw(data: Path) -> None:
    """Take the address away again."""
    (data / _SERVER).unlink(missing_ok=True)


def announced(data: Path) -> ServerAddress | None:
    """The address that was left, if any, by a process that still lives; the token is for no other listener's ears."""
    try:
        address = ServerAddress(**json.loads((data / _SERVER).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return address if _lives(address.pid) else None


def _kept_token(path: Path) -> str:
    token = path.read_text(encoding="ascii", errors="replace").strip() if path.exists() else ""
    if len(token) < _SHORTEST_TOKEN:
        token = secrets.token_urlsafe(32)
        _write_private(path, token)
    path.chmod(0o600)
    return token


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True  # somebody else's
    except OSError:
        return False
    return True


def _write_private(path: Path, text: str) -> None:
    """Write whole and readable by the owner only, from the first byte on."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    part.replace(path)
