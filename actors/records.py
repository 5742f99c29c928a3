"""Keeps what went wrong and what was done about it: in a file first, then through Journal in the database.

Of everything the log hears as well, for who watches now.
"""

import json
import logging
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Protocol

from pydantic import JsonValue, TypeAdapter

from actors.log import Log, Told
from actors.messages import Write
from actors.runtime import Address, DeadLetter, Decision, Failure
from actors.shown import Shown, shown_decision, shown_failure, shown_letter
from storage.records import NoteAction, NoteDeadLetter, NoteDecision

logger = logging.getLogger(__name__)

PATIENCE_S = 10.0
FAILURES_KEPT = 1_000

Note = NoteDeadLetter | NoteDecision | NoteAction
_KINDS: dict[object, TypeAdapter[Note]] = {
    kind.__name__: TypeAdapter(kind) for kind in (NoteDeadLetter, NoteDecision, NoteAction)
}


class Trail(Protocol):
    """A file of lines that is only appended to."""

    def append(self, record: Mapping[str, JsonValue]) -> None:
        """Keep a record; raises OSError where the disk takes none."""

    def set_aside(self) -> Sequence[Mapping[str, JsonValue]]:
        """Put all that is kept aside, and give it back, oldest first."""

    def forget(self) -> None:
        """What was set aside is kept elsewhere."""


class Records:
    """Hooks for the runtime; `ids` makes a new id of a prefix."""

    def __init__(self, trail: Trail, ids: Callable[[str], str], now: Callable[[], float] = time.time) -> None:
        self._trail = trail
        self._ids = ids
        self._now = now
        self._journal: Address | None = None
        self._failures: deque[Shown] = deque(maxlen=FAILURES_KEPT)
        self.log = Log(now)

    def open(self, journal: Address) -> None:
        """The tree is up: store from now on, and bring in what an earlier run could not store.

        Blocks until that is stored; where the store takes nothing, the file keeps it for the next time.
        """
        self._journal = journal
        try:
            notes = [note for note in map(_note_of, self._trail.set_aside()) if note is not None]
            for note in notes[:-1]:
                journal.tell(Write(note))
            for note in notes[-1:]:
                journal.ask(Write(note), timeout_s=PATIENCE_S)
            self._trail.forget()
        except Exception:
            logger.exception("dead letters and decisions could not be brought in; they stay in their file")

    def dead_letter(self, letter: DeadLetter) -> None:
        """A message was not handled. Of the records' own messages none is made, or it would go round."""
        if isinstance(letter.message, Write) and isinstance(letter.message.entry, Note):
            return
        self.log.note("letter", partial(_told_letter, letter))
        shown = json.dumps(letter.redacted, ensure_ascii=False, default=str)
        self._keep(
            NoteDeadLetter(
                id=self._ids("letter"),
                reason=letter.reason.value,
                address=letter.address,
                label=letter.label,
                message=shown,
                sender=letter.sender,
                job=letter.job,
                trace=letter.trace,
                attempt=letter.attempt,
                at=letter.at,
            )
        )

    def decision(self, decision: Decision) -> None:
        """A supervisor decided something."""
        self.log.note("decision", partial(_told_decision, decision))
        counters = None if decision.counters is None else json.dumps(asdict(decision.counters))
        self._keep(
            NoteDecision(
                id=self._ids("decision"),
                child=decision.child,
                incarnation=decision.incarnation,
                rule=decision.rule,
                error=decision.error,
                action=decision.action.value,
                delay_s=decision.delay_s,
                counters=counters,
                at=decision.at,
            )
        )

    def failure(self, failure: Failure) -> None:
        """A message failed, or an actor without one; kept in memory, for its traceback may be long."""
        shown = shown_failure(failure, self._now())
        self._failures.append(shown)
        self.log.note("failure", partial(_told_failure, shown))

    def failures(self) -> list[Shown]:
        """The last failures, the newest first."""
        return list(reversed(self._failures.copy()))

    def action(self, action: str, target: str, reason: str, outcome: str) -> None:
        """An operator did something."""
        note = NoteAction(self._ids("action"), "operator", action, target, reason, outcome, self._now())
        self.log.note("action", partial(_told_action, note))
        self._keep(note)

    def _keep(self, note: Note) -> None:
        """In the file first: the database may be what is wrong."""
        try:
            self._trail.append({"kind": type(note).__name__, **asdict(note)})
        except OSError as error:
            logger.warning("the file of records takes nothing", extra={"error": str(error)})
        if self._journal is not None:
            self._journal.tell(Write(note))


def _note_of(record: Mapping[str, JsonValue]) -> Note | None:
    """What a line of the file says; None where it is of another version."""
    fields = {name: value for name, value in record.items() if name != "kind"}
    try:
        return _KINDS[record.get("kind")].validate_python(fields)
    except (KeyError, ValueError):
        return None


def _told_letter(letter: DeadLetter) -> Told:
    way = f"{letter.label} from {letter.sender or 'outside'} to {letter.address}"
    sentence = f"{way} was not handled: {letter.reason.value}"
    return letter.address, letter.job, sentence, shown_letter(letter)


def _told_decision(decision: Decision) -> Told:
    shown = shown_decision(decision)
    return decision.child, None, str(shown["sentence"]), shown


def _told_failure(shown: Shown) -> Told:
    job = shown["job"]
    sentence = f"{shown['child']} #{shown['incarnation']} failed on {shown['label'] or 'no message'}: {shown['error']}"
    return str(shown["child"]), job if isinstance(job, str) else None, sentence, shown


def _told_action(note: NoteAction) -> Told:
    sentence = f"{note.operator}: {note.action} {note.target}, because: {note.reason} ({note.outcome})"
    return note.target, None, sentence, {name: value for name, value in asdict(note).items() if name != "id"}
