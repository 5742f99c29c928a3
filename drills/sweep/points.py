"""The points at which a life may end: before and after each commit, each message to another actor, each file rename."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from actors.messages import AttemptFailed, Broadcast, Perform, Performed, StartJob, Write
from actors.runtime.address import Address
from actors.runtime.hand import speaker
from actors.runtime.system import ActorSystem
from pipeline.ids import JobId
from storage.entries import AcceptMessage, AdvanceJob, ApplyTool, Entry, PublishRevision, Recorded, Refused, Written
from storage.writer import Writer

TURN = JobId("job_turn")


class Crash(SystemExit):
    """The life of this actor ends here."""


class Points:
    """Counts who passes where; at the wanted point it ends the life, once. `passed` are all, in order."""

    def __init__(self, wanted: str | None = None, end: Callable[[], None] | None = None) -> None:
        self._wanted = wanted
        self._end = end or _crash
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()
        self.passed: list[str] = []
        self.met = False

    def __call__(self, label: str) -> None:
        """This thread passes here."""
        with self._lock:
            self._counts[label] += 1
            name = f"{label} #{self._counts[label]}"
            self.passed.append(name)
            ends = name == self._wanted and not self.met
            self.met |= ends
        if ends:
            self._end()

    def rename(self, source: Path, target: Path) -> None:
        """Give a file its name."""
        self("before rename of an artifact")
        source.replace(target)
        self("after rename of an artifact")


class PointedWriter(Writer):
    """Passes a point before and after each commit, for each entry in it."""

    points: Points

    def write(self, entries: Sequence[Entry]) -> list[Written | Refused]:
        labels = [label for entry in entries if (label := _of_entry(entry))]
        for label in labels:
            self.points(f"before commit: {label}")
        answers = super().write(entries)
        for label in labels:
            self.points(f"after commit: {label}")
        return answers


class PointedSystem(ActorSystem):
    """Passes a point before and after each message that one actor sends to another."""

    def __init__(self, points: Points) -> None:
        super().__init__()
        self._points = points

    def address(self, name: str) -> Address:
        real = super().address(name)
        return real if speaker() is None else _PointedAddress(real, self._points)  # type: ignore[return-value]  # its like


class _PointedAddress:
    """In all but `tell` it is the address that it stands for."""

    def __init__(self, real: Address, points: Points) -> None:
        self._real = real
        self._points = points

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def tell(self, message: object, **how: Any) -> None:  # noqa: ANN401  # passed on as it is
        label = _of_message(message) if speaker() is not None else None
        if label:
            self._points(f"before {label}")
        self._real.tell(message, **how)
        if label:
            self._points(f"after {label}")


def _crash() -> None:
    raise Crash


def _of_entry(entry: Entry) -> str | None:
    match entry:
        case AdvanceJob():
            heard = [f"hears {one.key.step}" for one in entry.heard]
            begun = [f"begins {one.key.step}" for one in entry.started]
            failed = [f"notes a failure of {one.key.step}" for one in entry.failed]
            what = ", ".join((*heard, *failed, *begun)) or f"is {entry.status}"
            return f"{_kind(entry.job)} {what}"
        case ApplyTool():
            return "turn changes the project"
        case PublishRevision():
            return "component publishes"
        case AcceptMessage():
            return "turn is asked for"
    return None


def _of_message(message: object) -> str | None:
    """Effects go to performers, replies come back, and commits are told."""
    match message:
        case Perform():
            return f"effect: {_kind(message.job)} asks for {message.key.step}"
        case Performed() | AttemptFailed() | Recorded():
            return f"reply: {_kind(message.job)} {message.key.step}"
        case StartJob():
            return f"effect: {_kind(message.job)} is started"
        case Broadcast():
            return "effect: events are told"
        case Write():
            label = _of_entry(message.entry)
            return f"decision: {label}" if label else None
    return None


def _kind(job: JobId) -> str:
    return "turn" if job == TURN else "component"
