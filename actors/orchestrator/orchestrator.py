"""The actor that keeps the flows of open jobs. It never waits, and holds nothing that the database does not."""

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Protocol, assert_never

from actors.messages import (
    JOURNAL,
    LLM,
    ORCHESTRATOR,
    AttemptFailed,
    CancelJob,
    DropWork,
    News,
    OfJob,
    OrchestratorInbox,
    Performed,
    ResumeJob,
    RetryDue,
    Sending,
    SendOn,
    StartJob,
    TakeUpJobs,
    WorkLost,
    Write,
    WriteRefused,
)
from actors.orchestrator.dispatch import sending
from actors.orchestrator.errors import context_of
from actors.orchestrator.move import Move, given_up
from actors.orchestrator.open_job import Chances, OpenJob
from actors.orchestrator.queues import Queues
from actors.patience import patiently
from actors.runtime import Actor
from pipeline.events import JobResumed
from pipeline.flows import flow_of
from pipeline.ids import JobId
from pipeline.jobs import OPEN, ComponentBrief, JobStatus, TurnBrief
from pipeline.replay import Key
from pipeline.value import Value
from storage.entries import Recorded
from storage.errors import NotFoundError, StaleOwnerError, StoreUnavailableError
from storage.stored import StoredJob

logger = logging.getLogger(__name__)

SHORTEST_WAIT_S = 0.001
"""A timer that comes early finds nothing due; it is set again, but not in a circle."""


class Jobs(Protocol):
    """What the orchestrator reads: the jobs as they are stored."""

    def open_jobs(self) -> Sequence[JobId]:
        """Every job that is open or that a person wants to go on, oldest first."""

    def job(self, job: JobId) -> StoredJob:
        """One job. Raises NotFoundError."""

    def recorded(self, job: JobId) -> dict[Key, Value]:
        """Its checkpoints. Raises DefinitionMismatchError when one does not decode."""

    def attempts(self, job: JobId) -> Mapping[Key, int]:
        """How many attempts of each command were begun."""


class Orchestrator(Actor):
    """`fresh` says that this is the first incarnation of the process: nobody can be at work on any job."""

    def __init__(self, jobs: Jobs, chances: Chances, *, fresh: bool) -> None:
        self._stored = jobs
        self._chances = chances
        self._fresh = fresh
        self._cue = TakeUpJobs()
        self._early: list[OfJob] | None = []
        self._open: dict[JobId, OpenJob] = {}
        self._turns = Queues()

    def on_start(self) -> None:
        """Take up the open jobs, but only when all that an earlier incarnation wrote is committed.

        Else a reply on its way into the database would be asked for, and told, a second time.
        """
        self.system.address(JOURNAL).tell(SendOn((Sending(ORCHESTRATOR, self._cue),)))

    def on_receive(self, message: OrchestratorInbox) -> None:
        """Take one message; what comes before the jobs are taken up is heard after, and all waits for the store."""
        with patiently(self, message):
            if isinstance(message, TakeUpJobs):
                self._take_up(message)
            elif self._early is not None:
                self._early.append(message)
            else:
                self._take(message)

    def _take_up(self, cue: TakeUpJobs) -> None:
        """Dispatch every open job again from its checkpoints: a restart of the process and of the actor are one."""
        if cue is not self._cue:
            return  # meant for an earlier incarnation: what that one wrote since may still be on its way
        for job in self._stored.open_jobs():
            with self._contained(job):
                self._start(job, known=not self._fresh)  # one that is in hand already is left
        early, self._early = self._early or [], None
        for message in early:
            with patiently(self, message):
                self._take(message)

    def _take(self, message: OfJob) -> None:
        with self._contained(_job_of(message)):
            match message:
                case StartJob():
                    self._start(message.job, known=False)
                case CancelJob():
                    self._cancel(message.job)
                case ResumeJob():
                    self._resume(message.job)
                case RetryDue():
                    self._wake(message)
                case WriteRefused():
                    self._forget(message)
                case Performed() | AttemptFailed() | WorkLost() | Recorded():
                    self._hear(message)
                case _:
                    assert_never(message)

    def _start(self, job: JobId, *, known: bool) -> None:
        """Take a job up, unless it is; what a person wants of it comes first."""
        stored = self._stored.job(job)
        if job in self._open:
            return
        if stored.wish == "cancel":
            self._cancel(job)
        elif stored.wish == "resume":
            self._resume(job)
        elif stored.status in OPEN:
            self._begin(stored, known=known)

    def _begin(self, stored: StoredJob, *, known: bool) -> None:
        if stored.kind == "turn" and not self._turns.claim(stored.project, stored.id):
            return
        opened = self._opened(stored)
        self._take_in_hand(opened, opened.begin(take=not known or stored.status is JobStatus.QUEUED))

    def _opened(self, stored: StoredJob, brief: TurnBrief | ComponentBrief | None = None) -> OpenJob:
        recorded = self._stored.recorded(stored.id)
        flow = flow_of(brief or stored.brief())
        return OpenJob(stored, flow, recorded, Counter(self._stored.attempts(stored.id)), self._chances)

    def _take_in_hand(self, opened: OpenJob, move: Move) -> None:
        self._open[opened.stored.id] = opened
        self._carry_out(opened, move)

    def _hear(self, news: News) -> None:
        opened = self._open.get(_job_of(news))
        move = opened.told(news) if opened else None
        if opened and move:
            self._carry_out(opened, move)

    def _wake(self, due: RetryDue) -> None:
        opened = self._open.get(due.job)
        if opened is None or opened.epoch != due.epoch:
            return
        move = opened.wake()
        if move:
            self._carry_out(opened, move)
        else:
            self._look_again(opened, opened.retry_at)  # the timers' clock is another one and may run ahead

    def _cancel(self, job: JobId) -> None:
        stored = self._stored.job(job)
        if stored.status not in OPEN:
            return
        opened = self._open.get(job) or self._opened(stored)
        self.system.address(LLM).tell(DropWork(job, opened.epoch), urgent=True)
        self._carry_out(opened, opened.cancel())

    def _resume(self, job: JobId) -> None:
        stored = self._stored.job(job)
        if job in self._open or stored.status in OPEN or stored.status is JobStatus.COMPLETED:
            return
        brief = stored.brief()
        raised = brief.model_copy(update={"allowance": brief.allowance.raised()})
        if stored.kind == "turn":
            self._turns.claim(stored.project, job)
        opened = self._opened(stored, raised)
        resumed = JobResumed(job=job, step=stored.last_successful_step)
        self._take_in_hand(opened, opened.begin(take=True, events=(resumed,), brief=raised))

    def _carry_out(self, opened: OpenJob, move: Move) -> None:
        """Have it written; what follows goes out when it is committed."""
        self._write(move)
        self._look_again(opened, move.retry_at)
        if opened.over:
            self._close(opened.stored)

    def _look_again(self, opened: OpenJob, at: float | None) -> None:
        if at is not None:
            wait_s = max(SHORTEST_WAIT_S, at - self._chances.clock())
            self.system.timers.tell_after(wait_s, self.address, RetryDue(opened.stored.id, opened.epoch))

    def _close(self, stored: StoredJob) -> None:
        """It is in hand no more; the next turn of its project may begin."""
        self._open.pop(stored.id, None)
        following = self._turns.release(stored.project, stored.id)
        if following is not None:
            self.address.tell(StartJob(following))

    def _forget(self, refused: WriteRefused) -> None:
        """What is in memory is not what is stored: the database is right."""
        opened = self._open.get(refused.job)
        logger.warning("write refused", extra={"job": refused.job, "error": str(refused.error)})
        if opened and opened.epoch != refused.epoch:
            return  # of an earlier life of the job
        if not isinstance(refused.error, StaleOwnerError):
            self._end_as_failed(refused.job, refused.error)
        elif opened:
            self._close(opened.stored)

    @contextmanager
    def _contained(self, job: JobId) -> Iterator[None]:
        """Whatever goes wrong in a job ends that job and nothing else; a silent store is no job's fault."""
        try:
            yield
        except StoreUnavailableError:
            raise
        except NotFoundError as error:
            logger.warning("message for a job that does not exist", extra={"job": job, "error": str(error)})
        except Exception as error:
            logger.exception("job failed inside the orchestrator", extra={"job": job})
            self._end_as_failed(job, error)

    def _end_as_failed(self, job: JobId, error: Exception) -> None:
        stored, opened = self._stored.job(job), self._open.get(job)
        if stored.status in OPEN or (stored.wish and not opened):
            context = context_of(error)
            move = opened.give_up(context) if opened else given_up(stored, context)
            self._write(move, Sending(LLM, DropWork(job, move.advance.epoch)))
        self._close(stored)

    def _write(self, move: Move, *then: Sending) -> None:
        asks = tuple(sending(work) for work in move.perform)
        self.system.address(JOURNAL).tell(Write(move.advance, (*asks, *then)))
        if move.end:
            self.system.address(JOURNAL).tell(Write(move.end))


def _job_of(message: OfJob) -> JobId:
    return message.work.job if isinstance(message, WorkLost) else message.job
