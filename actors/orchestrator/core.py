"""What is decided about all open jobs, without I/O: a message goes in, what is to be sent comes out.

The actor carries it out on the real world, the simulation (`drills/simulation.py`) on an invented one.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import assert_never

from actors.messages import (
    JOURNAL,
    LLM,
    STOPPER,
    AttemptFailed,
    CancelJob,
    DropWork,
    News,
    OfJob,
    Performed,
    RankJob,
    RetryDue,
    RunJobNow,
    Sending,
    StartJob,
    WorkLost,
    Write,
    WriteRefused,
    job_of,
)
from actors.orchestrator.admission import LIMITS, Admission, Limits, Place, is_at_work, place_of
from actors.orchestrator.budgets import RetryBudgets
from actors.orchestrator.chances import Chances
from actors.orchestrator.contained import Contained
from actors.orchestrator.dispatch import sending
from actors.orchestrator.doorman import Doorman
from actors.orchestrator.effects import Alarm, Effect
from actors.orchestrator.errors import context_of
from actors.orchestrator.move import Move, given_up
from actors.orchestrator.open_job import OpenJob
from actors.orchestrator.reads import Jobs
from actors.orchestrator.seen import Seen
from pipeline.flows import Flows, flow_of
from pipeline.ids import JobId
from pipeline.jobs import OPEN, JobStatus
from storage.entries import Recorded
from storage.errors import StaleOwnerError, StoreUnavailableError
from storage.stored import StoredJob

logger = logging.getLogger(__name__)


class Core:
    """Keeps the flows of open jobs, and holds nothing that the database does not.

    Where the store is silent, StoreUnavailableError comes out and the same message is to be told again; what was
    decided before that is kept, and comes out with the next.
    """

    def __init__(self, jobs: Jobs, chances: Chances, limits: Limits = LIMITS, flows: Flows = flow_of) -> None:
        self._stored, self._chances, self._flows = jobs, chances, flows
        self._open: dict[JobId, OpenJob] = {}
        self._admission = Admission(limits)
        self._budgets = RetryBudgets()
        self._effects: list[Effect] = []
        self._seen = Seen(jobs)
        self.doorman = Doorman(self._admission, self._begun)

    def take_up(self, *, known: bool) -> list[Effect]:
        """Dispatch every open job again from its checkpoints: a restart of the process and of the actor are one.

        `known` says that work of them may still be under way, begun by an earlier life of the orchestrator.
        """
        for job in self._seen.all_open():
            with self._contained(job):
                self._start(job, known=known)
                self._budgets.keep(self._seen.job(job), self._chances.clock())
        return self._decided()

    def take(self, message: OfJob) -> list[Effect]:
        """What follows from one message."""
        self._seen.forget()
        with self._contained(job_of(message)):
            match message:
                case StartJob():
                    self._start(message.job, known=False)
                case CancelJob():
                    self._cancel(message.job)
                case RunJobNow():
                    self._hurry(message.job)
                case RankJob():
                    self._rank(message.job)
                case RetryDue():
                    self._wake(message)
                case WriteRefused():
                    self._forget(message)
                case Performed() | AttemptFailed() | WorkLost() | Recorded():
                    self._hear(message)
                case _:
                    assert_never(message)
        return self._decided()

    def _decided(self) -> list[Effect]:
        """Let in who may work now; then everything that was decided since the last time."""
        for place in self._admission.admit():
            with self._contained(place.job), self._back_in_line(place):
                self._enter(place)
        effects, self._effects = self._effects, []
        return effects

    def _start(self, job: JobId, *, known: bool) -> None:
        """Let a job stand in line, unless it is in hand; what a person wants of it comes first."""
        if opened := self.doorman.take(job):
            self._open[job] = opened
            return
        stored = self._seen.job(job)
        if job in self._open:
            return
        if stored.wish == "cancel":
            self._cancel(job)
        elif stored.status in OPEN:
            self._admission.join(place_of(stored, begun=known and is_at_work(stored, self._stored.tries(job))))

    def _enter(self, place: Place) -> None:
        """It may work now: go on with what it waited for, or take it up."""
        if opened := self._open.get(place.job):
            self._go_on(opened, opened.wake())
            return
        stored = self._seen.job(place.job)
        if stored.status not in OPEN:
            self._admission.leave(place.job)
            return
        opened = self._opened(stored)
        move = opened.begin(take=not place.begun)
        self._open[place.job] = opened
        opened.warn()
        self._carry_out(opened, move)

    def _begun(self, stored: StoredJob) -> OpenJob:
        """Of a job that is only about to be stored; in any thread."""
        return OpenJob(stored, self._flows(stored.brief()), {}, {}, self._chances, self._budgets)

    def _opened(self, stored: StoredJob) -> OpenJob:
        recorded, tries = self._stored.recorded(stored.id), self._stored.tries(stored.id)
        return OpenJob(stored, self._flows(stored.brief()), recorded, tries, self._chances, self._budgets)

    def _hear(self, news: News) -> None:
        if opened := self._open.get(job_of(news)):
            move = opened.told(news)
            if move:
                self._carry_out(opened, move)

    def _wake(self, due: RetryDue) -> None:
        opened = self._open.get(due.job)
        if opened and opened.epoch == due.epoch:
            self._ready(opened)

    def _hurry(self, job: JobId) -> None:
        if opened := self._open.get(job):
            opened.hurry()
            self._ready(opened)

    def _ready(self, opened: OpenJob) -> None:
        """Its wait is over: go on at once if it is at work, else stand in line for that."""
        if self._admission.is_working(opened.stored.id):
            self._go_on(opened, opened.wake())
        elif opened.retry_at is not None and opened.retry_at > self._chances.clock():
            self._look_again(opened, opened.retry_at)  # the timers' clock is another one and may run ahead
        else:
            self._admission.join(place_of(opened.stored, begun=False))

    def _go_on(self, opened: OpenJob, move: Move | None) -> None:
        if move:
            self._carry_out(opened, move)
        else:
            self._look_again(opened, opened.retry_at)

    def _rank(self, job: JobId) -> None:
        if place := self._admission.waits(job):
            self._admission.join(place_of(self._stored.job(job), begun=place.begun))

    def _cancel(self, job: JobId) -> None:
        stored = self._stored.job(job)
        if stored.status not in OPEN:
            return
        opened = self._open.get(job) or self._opened(stored)
        self._drop(job, opened.epoch)
        self._carry_out(opened, opened.cancel())

    def _drop(self, job: JobId, epoch: int) -> None:
        """Whoever is at work for it stops at once."""
        self._effects += [Sending(to, DropWork(job, epoch), urgent=True) for to in (LLM, STOPPER)]

    def _carry_out(self, opened: OpenJob, move: Move) -> None:
        """Have it written; what follows goes out when it is committed."""
        self._write(move)
        self._look_again(opened, move.retry_at)
        if opened.over:
            self._close(opened.stored.id)
        elif opened.rests:
            self._admission.rest(opened.stored.id)

    def _look_again(self, opened: OpenJob, at: float | None) -> None:
        if at is not None:
            self._effects.append(Alarm(at, RetryDue(opened.stored.id, opened.epoch)))

    def _close(self, job: JobId) -> None:
        """It is in hand no more; another one may work."""
        self._open.pop(job, None)
        self._admission.leave(job)

    def _forget(self, refused: WriteRefused) -> None:
        """What is in memory is not what is stored: the database is right."""
        opened = self._open.get(refused.job)
        logger.warning("write refused", extra={"job": refused.job, "error": str(refused.error)})
        if opened and opened.epoch != refused.epoch:
            return  # of an earlier life of the job
        if not isinstance(refused.error, StaleOwnerError):
            self._end_as_failed(refused.job, refused.error)
        elif opened:
            self._close(refused.job)
            if self._stored.job(refused.job).status is JobStatus.QUEUED:
                self._start(refused.job, known=False)  # its message was changed while it was taken up

    @contextmanager
    def _back_in_line(self, place: Place) -> Iterator[None]:
        """While the store is silent nobody enters; the message that let this one in comes again."""
        try:
            yield
        except StoreUnavailableError:
            self._admission.leave(place.job)
            self._admission.join(place)
            raise

    def _contained(self, job: JobId) -> Contained:
        return Contained(job, self._end_as_failed)

    def _end_as_failed(self, job: JobId, error: Exception) -> None:
        stored, opened = self._stored.job(job), self._open.get(job)
        if stored.status in OPEN:
            move = opened.give_up(context_of(error)) if opened else given_up(stored, context_of(error))
            self._write(move)
            self._drop(job, move.advance.epoch)
        self._close(job)

    def _write(self, move: Move) -> None:
        asks = tuple(sending(work) for work in move.perform)
        self._effects.append(Sending(JOURNAL, Write(move.advance, asks)))
        if move.end:
            self._effects.append(Sending(JOURNAL, Write(move.end)))
