"""The decisions of one open job, without I/O: it is told what happened and says what to write and whom to ask."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from actors.messages import AttemptFailed, News, Perform, Performed, WorkLost
from actors.orchestrator import errors
from actors.orchestrator.attempts import MOST_LOSSES, Attempts
from actors.orchestrator.move import Move
from pipeline.events import Event, JobCancelled, JobComplete, JobFailed, JobRetryScheduled, MessageComplete
from pipeline.failures import ErrorContext
from pipeline.flow import Command
from pipeline.ids import MessageId
from pipeline.jobs import OPEN, JobStatus
from pipeline.replay import Flow, Key, Run
from pipeline.telling import Subject, last_round, text_so_far, told_of_reply, told_of_start
from pipeline.value import Value
from storage.entries import AdvanceJob, Recorded, StepFailed, StepHeard, StepStarted
from storage.stored import StoredJob
from storage.timestamps import iso


@dataclass(frozen=True)
class Chances:
    """Where time and chance come from: seconds since the epoch, and numbers from [0, 1)."""

    clock: Callable[[], float]
    random: Callable[[], float]


@dataclass
class OpenJob:
    """One job in hand. Every method returns the next Move, or None when nothing follows from what it was told."""

    stored: StoredJob
    flow: Flow
    recorded: Mapping[Key, Value]
    attempts: Counter[Key]
    chances: Chances

    def __post_init__(self) -> None:
        self.epoch = self.stored.epoch
        self._replies: dict[Key, Value] = dict(self.recorded)
        self._run = Run(self.flow, self.recorded)
        self._subject = Subject(self.stored.id, self.stored.scene, self.stored.message)
        self._attempts = Attempts(self.attempts)
        self._doom: ErrorContext | None = None
        self._last_step = self.stored.last_successful_step
        self._retries = self.stored.retry_count

    @property
    def over(self) -> bool:
        """Whether the job is in hand no more."""
        return self._run.ended or not self._run.waiting

    @property
    def retry_at(self) -> float | None:
        """When there is something to try again."""
        return self._attempts.next_due

    def begin(self, *, take: bool, events: tuple[Event, ...] = (), brief: Value | None = None) -> Move:
        """Take the job up from its checkpoints; `take` makes this a new epoch, `brief` replaces its input.

        Without `take` an attempt that was begun may still be under way: it is asked for again, not counted again.
        """
        old, self.epoch = self.epoch, self.epoch + take
        move = self._begin(self._run.begin(), events=events, known=not take)
        advance = replace(move.advance, epoch=old, new_epoch=self.epoch if take else None, input=brief)
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

    def cancel(self) -> Move:
        """Stop at the person's word; what is recorded is kept."""
        self._run.close()
        events = (*self._last_words(), JobCancelled(job=self.stored.id))
        return Move(self._advance(JobStatus.CANCELLED, events=events, error=self.stored.error))

    def give_up(self, error: ErrorContext) -> Move:
        """Stop because something went wrong around the flow; what is recorded is kept."""
        return Move(self._failed(error))

    def _begin(self, fresh: Mapping[Key, Command[Any]], *, events: tuple[Event, ...], known: bool) -> Move:
        if self._run.ended:
            return Move(self._advance(JobStatus.RUNNING, events=events), end=self._end((), ()))
        if self.stored.status is not JobStatus.WAITING:
            return self._go_on(fresh, events=events, known=known)
        due = self.stored.next_retry_at
        if due is None or due <= self.chances.clock():
            return self._go_on(fresh, events=events)
        self._attempts.postpone(fresh, due)
        return self._move((), events=events, error=self.stored.error)

    def _hear(self, performed: Performed) -> Move | None:
        """Take a reply. One that comes while the job waits to ask anew is left: the performer is asked again then."""
        if performed.epoch != self.epoch or performed.key not in self._attempts.busy:
            return None
        heard = StepHeard(performed.key, performed.attempt, performed.reply)
        self._replies[performed.key] = performed.reply
        events = told_of_reply(self._subject, performed.key, performed.attempt, self._replies)
        return self._take(performed.key, performed.reply, heard=(heard,), events=events)

    def _note(self, recorded: Recorded) -> Move | None:
        """Take a reply that the writer made and recorded itself, events included."""
        if recorded.key not in self._run.waiting:
            return None
        self._replies[recorded.key] = recorded.reply
        return self._take(recorded.key, recorded.reply)

    def _fail(self, failed: AttemptFailed) -> Move | None:
        """Take an attempt that ended without a reply: wait and try again, or give the job up."""
        if failed.epoch != self.epoch or failed.key not in self._attempts.busy:
            return None
        step_failed, delay_s = StepFailed(failed.key, failed.attempt, failed.error), None
        if failed.passing:
            chance = self.chances.random()
            delay_s = self._attempts.fail(failed.key, failed.error, chance=chance)
        if delay_s is None or self._doom:
            return self._settle_doom(step_failed)
        return self._retry_later(step_failed, self.chances.clock() + delay_s)

    def _lose(self, lost: WorkLost) -> Move | None:
        """Take the death of whoever held this work: ask again at once, unless it keeps killing."""
        work = lost.work
        if work.epoch != self.epoch or work.key not in self._attempts.busy:
            return None
        losses = self._attempts.lose(work.key)
        error = errors.crashed(work.key, work.attempt, lost.evidence)
        if losses >= MOST_LOSSES:
            error = errors.crash_loop(error, losses)
        failed = StepFailed(work.key, work.attempt, error)
        if losses >= MOST_LOSSES or self._doom:
            return self._settle_doom(failed)
        self._retries += 1
        move = self._go_on({work.key: self._run.waiting[work.key]})
        return replace(move, advance=replace(move.advance, failed=(failed,), error=failed.error))

    def _settle_doom(self, failed: StepFailed) -> Move:
        """The job fails, once nothing of it is under way any more: no reply that was paid for is thrown away."""
        self._attempts.settle(failed.key)
        self._doom = self._doom or failed.error
        if self._attempts.busy:
            return self._move((), failed=(failed,), error=self._doom)
        return Move(self._failed(self._doom, failed=(failed,)))

    def _retry_later(self, failed: StepFailed, due: float) -> Move:
        self._retries += 1
        self._attempts.postpone((failed.key,), due)
        told = JobRetryScheduled(
            job=self.stored.id,
            step=failed.key.step,
            attempt=failed.attempt,
            next_retry_at=iso(due),
            reason=failed.error.message,
        )
        return self._move((), failed=(failed,), events=(told,), error=failed.error)

    def _take(
        self, key: Key, reply: Value, *, heard: tuple[StepHeard, ...] = (), events: tuple[Event, ...] = ()
    ) -> Move:
        self._attempts.settle(key)
        self._last_step = key.step
        fresh = self._run.hear(key, reply)
        if self._run.ended:
            return Move(self._end(heard, events))
        if self._doom and not self._attempts.busy:
            return Move(self._failed(self._doom, heard=heard, events=events))
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
        begun = {key for key in fresh if known and self.attempts[key]}
        perform = tuple(self._ask(key, command, again=key in begun) for key, command in fresh.items())
        first = [one for one in perform if one.key not in begun]
        started = tuple(StepStarted(one.key, one.attempt, one.command) for one in first)
        told = [told_of_start(self._subject, one.key, one.attempt, one.command) for one in first]
        return self._move(perform, heard=heard, started=started, events=sum(told, start=events))

    def _ask(self, key: Key, command: Command[Any], *, again: bool) -> Perform:
        attempt = self._attempts.begin(key, again=again)
        return Perform(self.stored.project, self.stored.id, self.epoch, key, attempt, command)

    def _move(self, perform: tuple[Perform, ...], **decided: Any) -> Move:  # noqa: ANN401  # fields of AdvanceJob
        status = JobStatus.RUNNING if self._attempts.busy else JobStatus.WAITING
        return Move(self._advance(status, next_retry_at=self.retry_at, **decided), perform, self.retry_at)

    def _end(self, heard: tuple[StepHeard, ...], events: tuple[Event, ...]) -> AdvanceJob:
        if self._run.error is not None:
            return self._failed(errors.context_of(self._run.error), heard=heard, events=events)
        result = self._run.result.model_dump(mode="json") if self._run.result else None
        complete = JobComplete(job=self.stored.id, result=result)
        return self._advance(JobStatus.COMPLETED, heard=heard, events=(*events, complete), result=result)

    def _failed(self, error: ErrorContext, *, events: tuple[Event, ...] = (), **decided: Any) -> AdvanceJob:  # noqa: ANN401  # fields of AdvanceJob
        self._run.close()
        told = JobFailed(job=self.stored.id, step=error.step, error=error.told(), last_successful_step=self._last_step)
        events = (*events, *self._last_words(), told)
        return self._advance(JobStatus.FAILED, events=events, error=error, **decided)

    def _last_words(self) -> tuple[Event, ...]:
        """A turn that stops leaves its message as far as it came, but ended."""
        message = self.stored.message
        if message is None:
            return ()
        said, closed = text_so_far(self._replies), last_round(self._replies)
        told = MessageComplete(job=self.stored.id, message=MessageId(message), content=said, round=closed, final=True)
        return (told,)

    def _advance(self, status: JobStatus, **decided: Any) -> AdvanceJob:  # noqa: ANN401  # fields of AdvanceJob
        """An end is of a new epoch: whoever took the job for open while the end was on its way is refused."""
        return AdvanceJob(
            job=self.stored.id,
            epoch=self.epoch,
            status=status,
            current_step=next((key.step for key in self._run.waiting), None),
            last_successful_step=self._last_step,
            retry_count=self._retries,
            new_epoch=None if status in OPEN else self.epoch + 1,
            **decided,
        )
