"""Keeps what went wrong: dead letters and decisions go to a file first, then through Journal into the database."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Protocol

from pydantic import JsonValue, TypeAdapter

from actors.messages import Write
from actors.runtime import Address, DeadLetter, Decision
from storage.records import NoteDeadLetter, NoteDecision

logger = logging.getLogger(__name__)

PATIENCE_S = 10.0
_LETTER, _DECISION = TypeAdapter(NoteDeadLetter), TypeAdapter(NoteDecision)

Note = NoteDeadLetter | NoteDecision


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

    def __init__(self, trail: Trail, ids: Callable[[str], str]) -> None:
        self._trail = trail
        self._ids = ids
        self._journal: Address | None = None

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
        if isinstance(letter.message, Write) and isinstance(letter.message.entry, NoteDeadLetter | NoteDecision):
            return
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
        kind = _LETTER if record.get("kind") == NoteDeadLetter.__name__ else _DECISION
        return kind.validate_python(fields)
    except ValueError:
        return None
