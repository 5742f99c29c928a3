"""The store of the simulation: the rules of the real one for jobs, in memory; tests run both through one suite."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any, Protocol

from drills.simulated.rows import HeldJob, Row
from pipeline.commands import Published, ToolResult
from pipeline.errors import ResumeRefusedError
from pipeline.events import Event, JobResumed
from pipeline.ids import JobId, ProjectId, RevisionId, SceneId
from pipeline.jobs import OPEN, RESUMABLE, ComponentBrief, JobStatus, TurnBrief, is_legal
from pipeline.replay import Key
from pipeline.resuming import path, resumed
from pipeline.value import Value
from storage.entries import AdvanceJob, ApplyTool, Entry, PublishRevision, Recorded, StepHeard, Written
from storage.errors import (
    CommandRefusedError,
    IllegalTransitionError,
    NotFoundError,
    StaleOwnerError,
    StorageError,
    StoreUnavailableError,
)
from storage.stored import StoredJob, Tries
from storage.wishes import HurryJob, PutJobFirst, ResumeJob, WishJob


class Listener(Protocol):
    """Who is told of what is stored."""

    def told(self, row: Row, event: Event) -> None:
        """An event, in the order of the store."""

    def moved(self, row: Row) -> None:
        """A job has another status."""


class MemoryStore:
    """`silent` says that it does not answer; `number` counts the jobs there ever were."""

    def __init__(self, clock: Callable[[], float], listener: Listener) -> None:
        self._clock = clock
        self._listener = listener
        self.number = 0
        self._open: dict[JobId, int] = {}
        self._generations: dict[SceneId, int] = {}
        self.rows: dict[JobId, Row] = {}
        self.silent = False

    def open_jobs(self) -> list[JobId]:
        """Those that somebody must work on, oldest first."""
        self._answer()
        return sorted(self._open, key=self._open.__getitem__)

    def readable_jobs(self) -> dict[JobId, StoredJob]:
        """The same as they are stored."""
        return {job: self.job(job) for job in self.open_jobs()}

    def job(self, job: JobId) -> StoredJob:
        """One job."""
        self._answer()
        return self._row(job).stored

    def recorded(self, job: JobId) -> dict[Key, Value]:
        """Its checkpoints."""
        self._answer()
        return self._row(job).recorded()

    def tries(self, job: JobId) -> dict[Key, Tries]:
        """What there is of the attempts of each command."""
        self._answer()
        return self._row(job).tries()

    def queue(self, job: JobId, project: ProjectId, brief: TurnBrief | ComponentBrief, **fields: Any) -> None:  # noqa: ANN401
        """A new job."""
        self.number += 1
        kind = "turn" if isinstance(brief, TurnBrief) else "component"
        blank: dict[str, Any] = dict.fromkeys(HeldJob.__dataclass_fields__)
        counts = {"epoch": 0, "attempt": 1, "percent": 0, "retry_count": 0, "priority": 0, "number": self.number}
        times = {"created_at": self._clock(), "updated_at": self._clock()}
        known = {"id": job, "project": project, "kind": kind, "status": JobStatus.QUEUED, "input": "", "held": brief}
        self.rows[job] = Row(HeldJob(**{**blank, **counts, **times, **known, **fields}))
        self._open[job] = self.number

    def discard(self, job: JobId) -> None:
        """Nobody will ask for it any more."""
        del self.rows[job]

    def write(self, entry: Entry) -> Written:
        """Write one entry. Raises StorageError where it is refused, then nothing of it is written."""
        self._answer()
        match entry:
            case AdvanceJob():
                return self._advance(entry)
            case ApplyTool():
                return self._act(entry)
            case PublishRevision():
                return self._publish(entry)
            case ResumeJob():
                return self._resume(entry)
            case WishJob() | HurryJob() | PutJobFirst():
                return self._wish(entry)
        raise StorageError(f"{type(entry).__name__} is not written in the simulation")

    def _advance(self, entry: AdvanceJob) -> Written:
        row = self._owned(entry)
        if not is_legal(row.stored.status, entry.status):
            raise IllegalTransitionError(f"{row.stored.status} cannot become {entry.status}")
        was_open, now = row.is_open, self._clock()
        for heard in entry.heard:
            row.hear(heard, now)
        for failed in entry.failed:
            row.fail(failed, now)
        for started in entry.started:
            row.start(started, now)
        self._set(row, entry, keeps_wish=was_open)
        for event in entry.events:
            self._listener.told(row, event)
        self._listener.moved(row)
        return Written(job=entry.job)

    def _set(self, row: Row, entry: AdvanceJob, *, keeps_wish: bool) -> None:
        old = row.stored
        row.stored = old.having(
            status=entry.status,
            epoch=old.epoch if entry.new_epoch is None else entry.new_epoch,
            current_step=entry.current_step,
            next_retry_at=entry.next_retry_at,
            error=entry.error,
            last_successful_step=entry.last_successful_step or old.last_successful_step,
            retry_count=old.retry_count if entry.retry_count is None else entry.retry_count,
            result=entry.result or old.result,
            wish=old.wish if keeps_wish and entry.status in OPEN else None,
        )
        if not row.is_open:
            self._open.pop(old.id, None)

    def _act(self, entry: ApplyTool) -> Written:
        row = self._owned(entry)
        jobs = tuple(JobId(_derived(entry.job, entry.key, str(at))) for at in range(len(entry.jobs)))
        known = row.reply(entry.key)
        if known is not None:
            return Written(job=entry.job, recorded=Recorded(entry.job, entry.key, known))
        for job, new in zip(jobs, entry.jobs, strict=True):
            self._generations[new.scene] = generation = self._generations.get(new.scene, 0) + 1
            scene = new.brief.scene.model_copy(update={"generation": generation})
            brief = new.brief.model_copy(update={"scene": scene})
            self.queue(job, row.stored.project, brief, scene=new.scene, turn=entry.job, generation=generation)
        reply = ToolResult(call=entry.call.id, name=entry.call.name, ok=True, content=entry.content, jobs=jobs)
        row.hear(StepHeard(entry.key, entry.attempt, reply), self._clock())
        return Written(job=entry.job, recorded=Recorded(entry.job, entry.key, reply), new_jobs=jobs)

    def _publish(self, entry: PublishRevision) -> Written:
        row = self._owned(entry)
        reply = row.reply(entry.key)
        if reply is None:
            shown = self._generations.get(entry.publish.scene) == entry.publish.generation
            name = RevisionId(_derived(entry.job, entry.key, str(entry.attempt)))
            reply = Published(revision=name, scene=entry.publish.scene, shown=shown)
            row.hear(StepHeard(entry.key, entry.attempt, reply), self._clock())
        return Written(job=entry.job, recorded=Recorded(entry.job, entry.key, reply))

    def _resume(self, entry: ResumeJob) -> Written:
        row = self._row(entry.job)
        asked = entry.asked.model_dump_json()
        if row.is_open and row.stored.resumption == asked:
            return Written(job=entry.job)
        if row.stored.status not in RESUMABLE:
            raise CommandRefusedError("job.not-resumable", f"it is {row.stored.status}")
        kept, now = row.recorded(), self._clock()
        try:
            becomes = resumed(row.stored.brief(), kept, entry.asked)
        except ResumeRefusedError as error:
            raise CommandRefusedError(error.code, str(error)) from error
        row.forget(becomes.forgotten)
        left = path(becomes.brief, row.recorded())
        changes: dict[str, Any] = {"held": becomes.brief, "resumption": asked, "resumed_at": now, "error": None}
        epoch, last = row.stored.epoch + 1, left[-1].step if left else None
        row.stored = row.stored.having(
            status=JobStatus.RUNNING, epoch=epoch, last_successful_step=last, next_retry_at=None, **changes
        )
        self._open[entry.job] = row.stored.number
        self._listener.told(row, JobResumed(last_successful_step=last))
        return Written(job=entry.job)

    def _wish(self, entry: WishJob | HurryJob | PutJobFirst) -> Written:
        row = self._row(entry.job)
        if not row.is_open:
            raise CommandRefusedError("job.not-open", f"it is {row.stored.status}")
        match entry:
            case WishJob():
                row.stored = row.stored.having(wish=entry.wish)
            case HurryJob():
                row.stored = row.stored.having(next_retry_at=row.stored.next_retry_at and self._clock())
            case PutJobFirst():
                row.stored = row.stored.having(priority=1 + max(self.rows[job].stored.priority for job in self._open))
        return Written(job=entry.job)

    def _owned(self, entry: AdvanceJob | ApplyTool | PublishRevision) -> Row:
        row = self._row(entry.job)
        late = not isinstance(entry, AdvanceJob) and not row.is_open
        if row.stored.epoch != entry.epoch or late:
            raise StaleOwnerError(f"job {entry.job} is at epoch {row.stored.epoch} and {row.stored.status}")
        return row

    def _row(self, job: JobId) -> Row:
        if job not in self.rows:
            raise NotFoundError(f"there is no job {job}")
        return self.rows[job]

    def _answer(self) -> None:
        if self.silent:
            raise StoreUnavailableError("it is silent")


def _derived(job: JobId, key: Key, part: str) -> str:
    return f"job_{sha256(f'{job}:{key}:{part}'.encode()).hexdigest()[:20]}"
