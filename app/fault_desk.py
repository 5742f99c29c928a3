"""The faults as the console sees them, and the blast radius of each, worked out from what is stored."""

import asyncio
import logging
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue, TypeAdapter

from actors.faults import KINDS, Fault, Faults, Wanted
from actors.overview import Overview
from app.control_run import ControlRun
from pipeline.ids import JobId, ProjectId
from server.console.console import Json
from storage.billed import StoredCall
from storage.calls import ANSWERED
from storage.errors import NotFoundError, StorageError
from storage.reader import Reader
from storage.timestamps import seconds

logger = logging.getLogger(__name__)

_WANTED: TypeAdapter[Wanted] = TypeAdapter(Wanted)
_NEEDS = {"delay": ["delay_s"], "model-slow": ["delay_s"], "disk-full": [], "build-crash": ["step"]}
AFTERWARDS_S = 5.0
"""What fails so soon after a fault was off still comes of it."""
OVER = ("completed", "failed", "cancelled")


@dataclass(frozen=True)
class FaultDesk:
    """Its methods may block: they read the store."""

    faults: Faults
    overview: Overview
    reader: Reader
    control: ControlRun | None = None
    """None where no demo composer answers: then the same is not said twice."""
    compared: dict[str, Json] = field(default_factory=dict)

    def kinds(self) -> list[Json]:
        """What there is to inject, and what each may be given."""
        return [{"kind": kind, "what": what, "needs": [*_needs(kind)]} for kind, what in KINDS.items()]

    def on(self) -> list[Json]:
        """Those that are on."""
        return [_shown(fault, None) for fault in self.faults.on()]

    def past(self) -> list[Json]:
        """Those that are off."""
        return [_shown(fault, None) for fault in self.faults.past()]

    def begin(self, wanted: Mapping[str, object], reason: str) -> Json:
        """Put one on. Raises ValueError."""
        return _shown(self.faults.begin(_WANTED.validate_python(wanted), reason), None)

    def end(self, fault: str) -> Json:
        """Put one off. Raises KeyError."""
        self.faults.end(fault)
        return self.shown(fault)

    def shown(self, fault: str) -> Json:
        """One with its blast radius. Raises KeyError."""
        known = self.faults.known(fault)
        return _shown(known, self._blast(known))

    def compare(self, fault: str) -> None:
        """Begin a control run. Raises KeyError, LookupError where nobody says the same twice."""
        known = self.faults.known(fault)
        if self.control is None:
            message = "a model does not say the same twice; only with the demo composer there is a control run"
            raise LookupError(message)
        self.compared[fault] = {"state": "running", "sentence": "the videos are made again", "differences": []}
        threading.Thread(
            target=self._compare, args=(known, self.control), name=f"control run of {fault}", daemon=True
        ).start()

    def _compare(self, fault: Fault, control: ControlRun) -> None:
        try:
            self.compared[fault.id] = asyncio.run(control.compared(self._projects(fault)))
        except Exception as error:
            logger.exception("a control run failed")
            sentence = f"the control run failed: {type(error).__name__}"
            self.compared[fault.id] = {"state": "failed", "sentence": sentence, "differences": []}

    def _projects(self, fault: Fault) -> list[tuple[str, Json]]:
        end = (fault.ended_at or self.faults.now()) + AFTERWARDS_S
        jobs = [self.reader.operator.job(JobId(name)) for name in self._touched(fault, end)]
        projects = dict.fromkeys(str(job["project"]) for job in jobs)
        return [(name, self.reader.operator.first_video(ProjectId(name))) for name in projects]

    def _blast(self, fault: Fault) -> Json:
        end = (fault.ended_at or self.faults.now()) + AFTERWARDS_S
        jobs = [job for name in self._touched(fault, end) if (job := self._job(fault, JobId(name)))]
        prices = [float(str(job["cost_lost_usd"])) for job in jobs if job["cost_lost_usd"] is not None]
        decisions = [one for one in self.overview.decisions(1_000) if _within(one["at"], fault.began_at, end)]
        fallen = [str(one["child"]) for one in decisions if one["action"] == "restart"]
        letters = [one for one in self.overview.dead_letters() if _within(one["at"], fault.began_at, end)]
        return {
            "jobs": [*jobs],
            "restarts": {child: fallen.count(child) for child in fallen},
            "letters": len(letters),
            "tokens_lost": sum(int(str(job["tokens_lost"])) for job in jobs),
            "cost_lost_usd": round(sum(prices), 6) if prices else None,
            "recovered_s": _recovered(fault, jobs),
            "control": self.compared.get(fault.id),
        }

    def _touched(self, fault: Fault, end: float) -> list[str]:
        """The jobs that it hit, and those that failed with an actor meanwhile."""
        failed = [
            str(one["job"])
            for one in self.overview.failures()
            if one["job"] and _within(one["at"], fault.began_at, end)
        ]
        return list(dict.fromkeys([*fault.jobs, *failed]))

    def _job(self, fault: Fault, job: JobId) -> Json | None:
        try:
            row, attempts = self.reader.operator.job(job), self.reader.operator.checkpoints(job)
            lost = _lost(call for call in self.reader.books.calls(job) if seconds(call.at) >= fault.began_at)
        except (NotFoundError, StorageError):
            return None
        prices = [call.cost_usd for call in lost if call.cost_usd is not None]
        return {
            "job": job,
            "status": row["status"],
            "finished_at": row["finished_at"],
            "hits": fault.jobs[job],
            "again": [*_again(attempts, fault.began_at)],
            "tokens_lost": sum(call.tokens_in + call.tokens_out for call in lost),
            "cost_lost_usd": round(sum(prices), 6) if prices else None,
        }


def _lost(calls: Iterable[StoredCall]) -> list[StoredCall]:
    """Calls that were paid for and led nowhere: that failed, or were answered again."""
    made = list(calls)
    last = {(call.step, call.ordinal): call for call in made if call.outcome == ANSWERED}
    return [call for call in made if call is not last.get((call.step, call.ordinal))]


def _again(attempts: Iterable[Mapping[str, Any]], since: float) -> list[JsonValue]:
    """The commands that were tried more than once."""
    most: dict[tuple[str, int], int] = {}
    for one in attempts:
        if one["attempt"] > 1 and (one["started_at"] or 0.0) >= since:
            most[one["step"], one["ordinal"]] = one["attempt"]
    return [{"step": step, "ordinal": ordinal, "attempts": tried} for (step, ordinal), tried in most.items()]


def _recovered(fault: Fault, jobs: list[Json]) -> float | None:
    """How long after the last hit every job it touched had come to its end; None while one is open."""
    ends = [job["finished_at"] for job in jobs]
    if not ends or fault.last_hit_at is None or any(end is None for end in ends):
        return None
    return max(0.0, round(max(float(str(end)) for end in ends) - fault.last_hit_at, 3))


def _within(at: JsonValue, begin: float, end: float) -> bool:
    return begin <= float(str(at)) <= end


def _needs(kind: str) -> list[str]:
    usual = ["step"] if kind.startswith("model-") else ["message", "step", "actor"]
    return [*_NEEDS[kind]] if kind in ("disk-full", "build-crash") else [*usual, *_NEEDS.get(kind, [])]


def _shown(fault: Fault, blast: Json | None) -> Json:
    wanted = fault.wanted
    return {
        "id": fault.id,
        "kind": wanted.kind,
        "message": wanted.message,
        "step": wanted.step,
        "actor": wanted.actor,
        "nth": wanted.nth,
        "probability": wanted.probability,
        "delay_s": wanted.delay_s,
        "began_at": fault.began_at,
        "ends_at": fault.ends_at,
        "ended_at": fault.ended_at,
        "hits": fault.hits,
        "reason": fault.reason,
        "sentence": wanted.sentence,
        "blast": blast,
    }
