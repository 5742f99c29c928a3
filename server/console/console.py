"""What the console is given: the running actors as plain values, the log, and what can be done. No actor is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from pydantic import JsonValue

from pipeline.ids import JobId, Sha256
from storage.records import NoteAction

Json = dict[str, JsonValue]


class LogRecord(Protocol):
    """Something that happened; `n` counts in this life of the process."""

    @property
    def n(self) -> int: ...

    def shown(self) -> Json: ...


class Log(Protocol):
    """What happened in this life of the process, as far as it is kept."""

    @property
    def last(self) -> int: ...

    def after(self, number: int) -> Sequence[LogRecord]: ...

    def latest(self, count: int) -> Sequence[LogRecord]: ...


class SpanPage(NamedTuple):
    """Some messages, how many more there were, and the mark to go on from."""

    spans: list[Json]
    left_out: int
    mark: object


class Overview(Protocol):
    """The running actors; whatever cannot be done raises ValueError or KeyError with a sentence."""

    @property
    def up(self) -> bool: ...

    def spans(self, asked: Mapping[str, str], limit: int) -> list[Json]: ...

    def spans_after(self, mark: object, asked: Mapping[str, str], limit: int) -> tuple[list[Json], int, object]: ...

    def decisions(self, limit: int) -> list[Json]: ...

    def failures(self) -> list[Json]: ...

    def dead_letters(self) -> list[Json]: ...

    def replay(self, number: int, changes: Mapping[str, object] | None) -> None: ...

    def discard(self, number: int) -> None: ...

    def actor(self, child: str) -> Json: ...

    def order(self, order: str, child: str, reason: str) -> None: ...

    def cancel(self, child: str, number: int, reason: str) -> None: ...

    def resize(self, pool: str, instances: int, reason: str) -> None: ...

    def start_again(self) -> None: ...


class Past(Protocol):
    """What is stored, by filter; its methods block."""

    def jobs(self, asked: Mapping[str, str], limit: int) -> list[Json]: ...

    def matched(self, asked: Mapping[str, str]) -> int: ...

    def job(self, job: JobId) -> Json: ...

    def contents(self, job: JobId) -> Json: ...

    def checkpoints(self, job: JobId) -> list[Json]: ...

    def events(self, asked: Mapping[str, str], limit: int) -> list[Json]: ...

    def is_transcript(self, name: Sha256) -> bool: ...


class FaultDesk(Protocol):
    """Faults on purpose, as plain values; its methods block, and raise ValueError and KeyError."""

    def kinds(self) -> list[Json]: ...

    def on(self) -> list[Json]: ...

    def past(self) -> list[Json]: ...

    def begin(self, wanted: Mapping[str, object], reason: str) -> Json: ...

    def end(self, fault: str) -> Json: ...

    def shown(self, fault: str) -> Json: ...

    def compare(self, fault: str) -> None: ...


class Sweeps(Protocol):
    """Crash-point sweeps, one at a time; ValueError while one runs, KeyError for one that is not there."""

    def begin(self, points: int) -> Json: ...

    def shown(self, name: str) -> Json: ...


class Audit(Protocol):
    """Keeps what an operator did, also while the store takes nothing."""

    def __call__(self, action: str, target: str, reason: str, outcome: str) -> None: ...


@dataclass(frozen=True)
class Console:
    """`boot` names this life of the process; `snapshot` is everything now, without asking anybody."""

    boot: str
    overview: Overview
    log: Log
    snapshot: Callable[[], Json]
    audit: Audit
    past: Past
    letters: Callable[[], list[Json]]
    """Dead letters, the newest first, with those that are only stored."""
    actions: Callable[[int], Sequence[NoteAction]]
    faults: FaultDesk
    sweeps: Sweeps
    health: Callable[[], Json]
    """The books, the store, the models and the processes; blocks."""
    incident: Callable[[str | None, str], Json]
    """Everything that is known now, of a job or of all, in one value; blocks."""
