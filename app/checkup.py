"""How a running system is, read from outside its actors: the books, the store, the models' servers, the processes."""

import os
import platform
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from actors.llm import Models
from app.processes import Process, below
from server.console.console import Json
from server.openapi import VERSION
from storage.condition import Condition
from storage.database import FILE
from storage.errors import StorageError
from storage.reader import Reader


@dataclass(frozen=True)
class Checkup:
    """Blocks: it reads the store and the system's list of processes."""

    data: Path
    reader: Reader
    models: Models
    condition: Condition

    def __call__(self, seen: Json) -> Json:
        """Everything, beside what this snapshot says."""
        return {
            "ledger": _ledger(seen),
            "waits": seen["waits"],
            "abandoned": seen["abandoned"],
            "database": self._database(),
            "disk": self._disk(),
            "models": [*self._servers()],
            "node": [_shown(process) for process in below(os.getpid())],
            "process": _process(),
        }

    def _database(self) -> Json:
        file = self.data / FILE
        try:
            rows = self.reader.operator.row_counts()
        except StorageError:
            rows = {}  # the troubles tell of it
        return {
            "bytes": _size(file),
            "wal_bytes": _size(file.with_name(f"{file.name}-wal")),
            "troubles": {what: trouble.reason for what, trouble in self.condition.troubles.items()},
            "rows": {**rows},
        }

    def _disk(self) -> Json:
        room = shutil.disk_usage(self.data)
        try:
            artifacts = self.reader.operator.artifact_bytes()
        except StorageError:
            artifacts = 0
        return {"free_bytes": room.free, "total_bytes": room.total, "artifacts_bytes": artifacts}

    def _servers(self) -> Iterator[Json]:
        """Each model in each of its roles; a server that nobody has asked yet is unknown."""
        for role, candidates in self.models.by_role.items():
            for candidate in candidates:
                provider = candidate.endpoint.provider
                read = self.models.wire.servers.get(provider)
                state = read() if read else None
                yield {
                    "provider": provider,
                    "model": candidate.model,
                    "role": role,
                    "circuit": state.circuit if state else "unknown",
                    "waiting": state.waiting if state else 0,
                    "in_use": state.in_use if state else 0,
                    "failures": state.failures if state else 0,
                }


def _ledger(seen: Any) -> Json:  # noqa: ANN401  # a snapshot
    books: dict[str, JsonValue] = {name: box["ledger"] for name, box in seen["mailboxes"].items()}
    odd = [name for name, box in seen["mailboxes"].items() if box["ledger"]["balance"]]
    total = seen["total"]
    sentence = f"{total['sent']} were sent; {total['balance']} are unaccounted for"
    return {"total": total, "mailboxes": books, "imbalanced": [*odd], "sentence": sentence}


def _process() -> Json:
    ours = Process.of(os.getpid())
    return {
        "pid": os.getpid(),
        "since": ours.since if ours else None,
        "memory_bytes": ours.memory_bytes if ours else None,
        "threads": threading.active_count(),
        "python": platform.python_version(),
        "version": VERSION,
    }


def _shown(process: Process) -> Json:
    return {
        "child": None,
        "pid": process.pid,
        "what": process.what,
        "since": process.since,
        "memory_bytes": process.memory_bytes,
    }


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0
