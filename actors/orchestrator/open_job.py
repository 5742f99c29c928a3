"""The decisions of one open job, without I/O: it is told what happened and says what to write and whom to ask."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from actors.messages import AttemptFailed, News, Perform, Performed, WorkLost
from actors.orchestrator import errors
from actors.orchestrator.account import Account
from actors.orchestrator.attempts import MOST_LOSSES, Attempts
from actors.orchestrator.budgets import RetryBudgets
from actors.orchestrator.chances import Chances
from actors.orchestrator.move import Move
from pipeline.events import Event, JobRetryScheduled
from pipeline.failures import ErrorContext
from pipeline.flow import Command
from pipeline.jobs import JobStatus
from pipeline.replay import Flow, Key, Run
from pipeline.telling import Subject, told_of_reply, told_of_start
from pipeline.value import Value
from storage.entries import AdvanceJob, Recorded, StepFailed, StepHeard, StepStarted
from storage.stored import StoredJob, Tries
from storage.timestamps import iso

logger = logging.getLogger(__name__)


@dataclass
class OpenJob:
    """One job in hand. Every method returns the next Move, or None when nothing follows from what it was told."""

    stored: StoredJob
    flow: Flow
    recorded: Mapping[Key, Value]
    tries: Mapping[Key, Tries]
    chances: Chances
    budgets: RetryBudgets = field(default_factory=RetryBudgets)

    def __post_init__(self) -> None:
        self._account = Account(self.stored, self.recorded)
        self._run = Run(self.flow, self.recorded)
        self._subject = Subject(self.stored.id, self.stored.scene, self.stored.message)
        self._attempts = Attempts(self.tries)
        self._doom: ErrorContext | None = None

    @property
    def epoch(self) -> int:
        """Whose it is now."""
        return self._account.epoch

    @property
    def over(self) -> bool:
        """Whether the job is in hand no more."""
        return self._run.ended or not self._run.waiting

    @property
    def _provider(self) -> str | None:
        """Whose failure it waits for."""
        return self.stored.error.provider if self.stored.error else None

    @property
    def rests(self) -> bool:
        """Whether nothing of it is under way: it waits for its next try."""
        return not self.over and not self._attempts.busy

    @property
    def retry_at(self) -> float | None:
        """When there is something to try again."""
        return self._attempts.next_due

    def warn(self) -> None:
        """A recorded reply to another command than the flow asks now is heard all the same, but not in silence."""
        for key in self.recorded:
            asked, known = self._run.asked.get(key), self.tries.get(key)
            if asked and known and known.digest and asked.digest() != known.digest:
                where = {"job": self.stored.id, "step": key.step, "ordinal": key.ordinal}
                logger.warning("a recorded reply was to another command", extra=where)

    def begin(self, *, take: bool) -> Move:
        """Take the job up from its checkpoints; `take` makes this a new epoch.

        Without it an attempt that was begun may still be under way: it is asked for again, not counted again.
        """
        old, self._account.epoch = self.epoch, self.epoch + take
        move = self._begin(self._run.begin(), known=not take)
        advance = replace(move.advance, epoch=old, new_epoch=self.epoch if take else None)
        return replace(move, advance=advance)

    def told(self, news: News) -> Move | None:
        """Take news of a command that was asked; a job that is over hears nothing."""
        if self.over:
            return None
        match news:
            case Performed():
                return self._hear(news)
            case AttemptFailed():
                return self._fail(news)
            case WorkLost():
                return self._lose(news)
            case Recorded():
                return self._note(news)

    def wake(self) -> Move | None:
        """Try again what is due, unless the job is about to fail."""
        due = self._attempts.due(self.chances.clock())
        if not due or self._doom:
            return None
        return self._go_on({key: command for key, command in self._run.waiting.items() if key in due})

    def hurry(self) -> None:
        """What waits for its next try is due now."""
        self._attempts.hurry(self.chances.clock())

    def cancel(self) -> Move:
        """Stop at the person's word; what is recorded is kept, and what was under way is marked."""
        cut = tuple(StepFailed(*work, errors.cancelled(*work)) for work in self._attempts.under_way())
        self._run.close()
        return Move(self._account.cancelled(self.stored.error, failed=cut))

    def give_up(self, error: ErrorContext) -> Move:
        """Stop because something went wrong around the flow; what is recorded is kept."""
        self._run.close()
        return Move(self._account.failed(error))

    def _begin(self, fresh: Mapping[Key, Command[Any]], *, known: bool) -> Move:
        if self._run.ended:
            return Move(self._account.advance(JobStatus.RUNNING), end=self._end((), ()))
        if self.stored.status is not JobStatus.WAITING or self.stored.next_retry_at is None:
            return self._go_on(fresh, known=known)
        now, due = self.chances.clock(), self.stored.next_retry_at
        if due <= now:
            due = self.budgets.due(self._provider, now)
        if due <= now:
            return self._go_on(fresh)
        self._attempts.postpone(fresh, due)
        return self._move((), error=self.stored.error)

    def _hear(self, performed: Performed) -> Move | None:
        """Take a reply. One that comes while the job waits to ask anew is left: the performer is asked again then."""
        if performed.epoch != self.epoch or performed.key not in self._attempts.busy:
            return None
        heard = StepHeard(performed.key, performed.attempt, performed.reply)
        self._account.hear(performed.key, performed.reply)
        events = told_of_reply(self._subject, performed.key, performed.attempt, self._account.replies)
        return self._take(performed.key, performed.reply, heard=(heard,), events=events)

    def _note(self, recorded: Recorded) -> Move | None:
        """Take a reply that the writer made and recorded itself, events included."""
        if recorded.key not in self._run.waiting:
            return None
        self._account.hear(recorded.key, recorded.reply)
        return self._take(recorded.key, recorded.reply)

    def _fail(self, failed: AttemptFailed) -> Move | None:
        """Take an attempt that ended without a reply: wait and try again, or give the job up."""
        if failed.epoch != self.epoch or not self._attempts.is_under_way(failed.key, failed.attempt):
            return None
        step_failed, delay_s, now = StepFailed(failed.key, failed.attempt, failed.error), None, self.chances.clock()
        if failed.passing:
            delay_s = self._attempts.fail(failed.key, failed.error, now=now, chance=self.chances.random())
        if delay_s is None or self._doom:
            return self._settle_doom(step_failed)
        return self._retry_later(step_failed, self.budgets.due(failed.error.provider, now + delay_s))

    def _lose(self, lost: WorkLost) -> Move | None:
        """Take the death of whoever held this work: ask again at once, unless it keeps killing."""
        work = lost.work
        if work.epoch != self.epoch or not self._attempts.is_under_way(work.key, work.attempt):
            return None
        losses = self._attempts.lose(work.key)
        error = errors.crashed(work.key, work.attempt, lost.evidence)
        if losses >= MOST_LOSSES:
            error = errors.crash_loop(error, losses)
        failed = StepFailed(work.key, work.attempt, error)
        if losses >= MOST_LOSSES or self._doom:
            return self._settle_doom(failed)
        self._account.retries += 1
        move = self._go_on({work.key: self._run.waiting[work.key]})
        return replace(move, advance=replace(move.advance, failed=(failed,), error=failed.error))

    def _settle_doom(self, failed: StepFailed) -> Move:
        """The job fails, once nothing of it is under way any more: no reply that was paid for is thrown away."""
        self._attempts.settle(failed.key)
        self._doom = self._doom or failed.error
        if self._attempts.busy:
            return self._move((), failed=(failed,), error=self._doom)
        self._run.close()
        return Move(self._account.failed(self._doom, failed=(failed,)))

    def _retry_later(self, failed: StepFailed, due: float) -> Move:
        self._account.retries += 1
        self._attempts.postpone((failed.key,), due)
        told = JobRetryScheduled(
            job=self.stored.id,
            step=failed.key.step,
            attempt=failed.attempt,
            next_retry_at=iso(due),
            reason=failed.error.message,
            error=failed.error.told(),
        )
        return self._move((), failed=(failed,), events=(told,), error=failed.error)

    def _take(
        self, key: Key, reply: Value, *, heard: tuple[StepHeard, ...] = (), events: tuple[Event, ...] = ()
    ) -> Move:
        self._attempts.settle(key)
        fresh = self._run.hear(key, reply)
        if self._run.ended:
            return Move(self._end(heard, events))
        if self._doom and not self._attempts.busy:
            self._run.close()
            return Move(self._account.failed(self._doom, heard=heard, events=events))
        return self._go_on(fresh, heard=heard, events=events)

    def _go_on(
        self,
        fresh: Mapping[Key, Command[Any]],
        *,
        events: tuple[Event, ...] = (),
        heard: tuple[StepHeard, ...] = (),
        known: bool = False,
    ) -> Move:
        """Ask these; of a job that is known, an attempt that was begun is neither counted nor told a second time."""
        begun = {key for key in fresh if known and self._attempts.may_be_under_way(key)}
        perform = tuple(self._ask(key, command, again=key in begun) for key, command in fresh.items())
        first = [one for one in perform if one.key not in begun]
        started = tuple(StepStarted(one.key, one.attempt, one.command) for one in first)
        told = [told_of_start(self._subject, one.key, one.attempt, one.command) for one in first]
        return self._move(perform, heard=heard, started=started, events=sum(told, start=events))

    def _ask(self, key: Key, command: Command[Any], *, again: bool) -> Perform:
        attempt = self._attempts.begin(key, again=again)
        stored = self.stored
        return Perform(stored.project, stored.id, self.epoch, key, attempt, command, stored.scene, stored.turn)

    def _move(self, perform: tuple[Perform, ...], **decided: Any) -> Move:  # noqa: ANN401  # fields of AdvanceJob
        status = JobStatus.RUNNING if self._attempts.busy else JobStatus.WAITING
        current = next((key.step for key in self._run.waiting), None)
        advance = self._account.advance(status, current_step=current, next_retry_at=self.retry_at, **decided)
        return Move(advance, perform, self.retry_at)

    def _end(self, heard: tuple[StepHeard, ...], events: tuple[Event, ...]) -> AdvanceJob:
        if self._run.error is not None:
            return self._account.failed(errors.context_of(self._run.error), heard=heard, events=events)
        return self._account.completed(self._run.result, heard=heard, events=events)
