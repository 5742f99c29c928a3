"""The rows of one job in the invented store."""

from dataclasses import dataclass, field
from typing import Any

from pipeline.failures import ErrorClass, ErrorContext
from pipeline.jobs import OPEN, ComponentBrief, TurnBrief
from pipeline.replay import Key
from pipeline.value import Value
from storage.entries import StepFailed, StepHeard, StepStarted
from storage.errors import ConflictError
from storage.stored import StoredJob, Tries


@dataclass(frozen=True)
class HeldJob(StoredJob):
    """A job whose brief is held as it is, and not as JSON."""

    held: TurnBrief | ComponentBrief | None = None

    def brief(self) -> TurnBrief | ComponentBrief:
        """The input of the job's flow."""
        assert self.held is not None, self.id  # noqa: S101  # every one is made with it
        return self.held

    def having(self, **changes: Any) -> "HeldJob":  # noqa: ANN401  # its fields
        """The same with other values: as `dataclasses.replace`, at a tenth of the time."""
        changed = object.__new__(HeldJob)
        changed.__dict__.update(self.__dict__, **changes)
        return changed


@dataclass
class Attempt:
    """One attempt of one command."""

    number: int
    started: float
    finished: float | None = None
    error: ErrorContext | None = None
    reply: Value | None = None
    superseded: bool = False


@dataclass
class Row:
    """A job and its attempts. As in the real store a recorded reply is never replaced."""

    stored: HeldJob
    attempts: dict[Key, dict[int, Attempt]] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether somebody must work on it."""
        return self.stored.status in OPEN

    def recorded(self) -> dict[Key, Value]:
        """The replies that the flow hears again."""
        return {key: reply for key in self.attempts if (reply := self.reply(key)) is not None}

    def reply(self, key: Key) -> Value | None:
        """The recorded reply to one command."""
        heard = (one.reply for one in self.attempts.get(key, {}).values() if one.reply and not one.superseded)
        return next(heard, None)

    def tries(self) -> dict[Key, Tries]:
        """What there is of the attempts of each command."""
        return {key: self._tries(tuple(tried.values())) for key, tried in self.attempts.items()}

    def start(self, started: StepStarted, now: float) -> None:
        """An attempt begins."""
        self.attempts.setdefault(started.key, {})[started.attempt] = Attempt(started.attempt, now)

    def fail(self, failed: StepFailed, now: float) -> None:
        """An attempt ended without a reply."""
        one = self._attempt(failed.key, failed.attempt, now)
        if one.reply is None:
            one.error, one.finished = failed.error, now

    def hear(self, heard: StepHeard, now: float) -> None:
        """Record a reply; the same again changes nothing. Raises ConflictError for another one."""
        known = self.reply(heard.key)
        if known is None:
            one = self._attempt(heard.key, heard.attempt, now)
            one.reply, one.finished, one.error = heard.reply, now, None
        elif known != heard.reply:
            raise ConflictError(f"another reply to {heard.key} is recorded")

    def forget(self, keys: tuple[Key, ...]) -> None:
        """These replies are heard no more."""
        for key in keys:
            for one in self.attempts[key].values():
                one.superseded = True

    def _attempt(self, key: Key, number: int, now: float) -> Attempt:
        return self.attempts.setdefault(key, {}).setdefault(number, Attempt(number, now))

    def _tries(self, tried: tuple[Attempt, ...]) -> Tries:
        counted = Tries(tried[-1].number, under_way=tried[-1].finished is None)
        since = self.stored.resumed_at or 0.0
        for one in tried:
            if one.error is None or one.started < since:
                continue
            if one.error.error_class is ErrorClass.WORKER_CRASHED:
                counted = counted._replace(losses=counted.losses + 1)
            else:
                began = counted.failing_since or one.started
                counted = counted._replace(failures=counted.failures + 1, failing_since=began)
        return counted
