"""What the console of a running system is made of."""

import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from pydantic import JsonValue

from actors.overview import Overview
from app.checkup import Checkup
from app.engine import Engine
from app.fault_desk import FaultDesk
from app.incident import Known
from app.sweeps import Sweeps
from server.console.console import Console, Json
from server.streams.hub import Hub
from storage.errors import StorageError
from storage.reader import Reader
from storage.records import NoteDeadLetter

COUNT_EVERY_S = 2.0
MOST_LETTERS = 1_000


class Tools(NamedTuple):
    """What the console can do beside looking and ordering."""

    faults: FaultDesk
    checkup: Checkup
    sweeps: Sweeps


def console_of(
    engine: Engine, readiness: Callable[[], dict[str, str]], reader: Reader, hub: Hub, tools: Tools
) -> Console:
    """The console, in a life of the process that gets its name here."""
    boot = secrets.token_hex(4)
    look = Look(boot, engine.overview, tools.faults, readiness, JobCounts(reader), hub)
    known = Known(look, engine.overview, engine.records.log, tools.faults, reader, tools.checkup)
    return Console(
        boot=boot,
        overview=engine.overview,
        log=engine.records.log,
        snapshot=look,
        audit=engine.records.action,
        past=reader.operator,
        letters=partial(letters, engine.overview, reader),
        actions=reader.actions,
        faults=tools.faults,
        sweeps=tools.sweeps,
        health=lambda: tools.checkup(look()),
        incident=known.incident,
    )


@dataclass(frozen=True)
class Look:
    """Everything now, without asking any actor."""

    boot: str
    overview: Overview
    faults: FaultDesk
    readiness: Callable[[], dict[str, str]]
    jobs: "JobCounts"
    hub: Hub

    def __call__(self) -> Json:
        """Take it."""
        return {
            **self.overview.snapshot(),
            "boot": self.boot,
            "faults": [*self.faults.on()],
            "troubles": dict(self.readiness()),
            "jobs": self.jobs.now(),
            "streams": len(self.hub.connections),
        }


def letters(overview: Overview, reader: Reader) -> list[Json]:
    """Those that can be sent again, then those of earlier lives of the process, which can only be read."""
    kept = overview.dead_letters()
    oldest = min((float(str(letter["at"])) for letter in kept), default=None)
    stored = [letter for letter in reader.dead_letters(MOST_LETTERS) if oldest is None or letter.at < oldest]
    return [*kept, *map(_stored, stored)]


def _stored(letter: NoteDeadLetter) -> Json:
    told = {name: value for name, value in vars(letter).items() if name != "id"}
    return {**told, "number": None, "message": json.loads(letter.message), "kept": False}


class JobCounts:
    """Jobs by status, counted now and then; as they were last where the store cannot be read."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._counts: dict[str, JsonValue] = {}
        self._due = 0.0

    def now(self) -> dict[str, JsonValue]:
        """As they were counted last."""
        if time.monotonic() >= self._due:
            self._due = time.monotonic() + COUNT_EVERY_S
            self._count()
        return self._counts

    def _count(self) -> None:
        counts: dict[str, int] = {}
        try:
            for _, status, count in self._reader.job_counts():
                counts[status] = counts.get(status, 0) + count
        except StorageError:
            return  # the troubles of the snapshot tell of it
        self._counts = {**counts}
