"""Everything that is known of a running system now, as one value without secrets, for whoever looks at it later."""

import platform
from dataclasses import asdict, dataclass
from typing import Any

from actors.log import Log
from actors.overview import Overview
from app.checkup import Checkup
from app.fault_desk import FaultDesk
from pipeline.ids import JobId
from server.console.console import Json
from server.console.jobs import Detail
from server.openapi import VERSION
from storage.errors import StorageError
from storage.reader import Reader

FORMAT, FORMAT_VERSION = "bazaar-incident", 1
RECORDS, SPANS, EVENTS, JOBS = 1_000, 2_000, 500, 10


@dataclass(frozen=True)
class Known:
    """Where it is known from."""

    look: Any
    overview: Overview
    log: Log
    faults: FaultDesk
    reader: Reader
    checkup: Checkup

    def incident(self, job: str | None, reason: str) -> Json:
        """Of that job, else of the open ones and those that failed last. What the store does not tell is left out."""
        seen: Json = self.look()
        asked = {"job": job} if job else {}
        return {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "at": seen["at"],
            "reason": reason,
            "versions": {"api": VERSION, "python": platform.python_version(), "system": platform.platform()},
            "snapshot": seen,
            "log": [record.shown() for record in self.log.latest(RECORDS)],
            "decisions": [*self.overview.decisions(RECORDS)],
            "failures": [*self.overview.failures()],
            "letters": [*self.overview.dead_letters()],
            "spans": [*self.overview.spans(asked, SPANS)],
            "states": {**self.overview.states()},
            "faults": [*self.faults.on(), *self.faults.past()],
            "health": self.checkup(seen),
            **self._stored(asked, seen),
        }

    def _stored(self, asked: dict[str, str], seen: Json) -> Json:
        try:
            detail = Detail(lambda: seen, self.overview, self.reader.operator, self.reader.books)
            return {
                "actions": [asdict(action) for action in self.reader.actions(RECORDS)],
                "jobs": [detail.of(job) for job in self._jobs(asked)],
                "events": [*self.reader.operator.events(asked, EVENTS)],
            }
        except StorageError as error:
            return {"actions": [], "jobs": [], "events": [], "store": str(error)}

    def _jobs(self, asked: dict[str, str]) -> list[JobId]:
        if "job" in asked:
            return [JobId(asked["job"])]
        found = self.reader.operator.jobs({"status": "queued,running,waiting,failed"}, JOBS)
        return [JobId(str(row["id"])) for row in found]
