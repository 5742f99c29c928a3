"""Lets a turn begin in the transaction that accepts its message, where nobody stands before it: one commit less."""

import logging
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

from actors.messages import ORCHESTRATOR, Sending, StartJob, Write
from actors.orchestrator.admission import Admission, place_of
from actors.orchestrator.dispatch import sending
from actors.orchestrator.open_job import OpenJob
from pipeline.ids import JobId, ProjectId
from pipeline.jobs import JobStatus
from storage.entries import AcceptMessage, Entry, Keyed
from storage.stored import StoredJob
from storage.writing.conversation import brief_of

logger = logging.getLogger(__name__)


class Doorman:
    """Of one orchestrator. `let_in` and `turn_away` are for Journal's thread, `take` for the orchestrator's.

    What was let in and never taken, because its orchestrator died, the next one finds in the store.
    """

    def __init__(self, admission: Admission, open_job: Callable[[StoredJob], OpenJob]) -> None:
        self._admission = admission
        self._open_job = open_job
        self._let_in: dict[JobId, OpenJob] = {}

    def let_in(self, accepted: AcceptMessage) -> Write | None:
        """What to write with the message: that its turn is at work, and its first step begun; None to let it wait.

        What is attached is known inside the transaction alone, so such a message waits.
        """
        stored = _as_it_will_be(accepted)
        if accepted.attachments or not self._admission.seat(place_of(stored, begun=False)):
            return None
        begun = self._begin(stored)
        if begun is None:
            self._admission.leave(stored.id)
        return begun

    def turn_away(self, job: JobId) -> None:
        """It was not written."""
        if self._let_in.pop(job, None):
            self._admission.leave(job)

    def take(self, job: JobId) -> OpenJob | None:
        """The job, if it was let in: it is begun, and asked for."""
        return self._let_in.pop(job, None)

    def _begin(self, stored: StoredJob) -> Write | None:
        """A flow that asks nothing, or that fails here, does so again in the orchestrator, which can end it."""
        try:
            opened = self._open_job(stored)
            move = opened.begin(take=True)
        except Exception:
            logger.exception("a turn could not begin with its message", extra={"job": stored.id})
            return None
        if opened.over:
            return None
        self._let_in[stored.id] = opened
        return Write(move.advance, (Sending(ORCHESTRATOR, StartJob(stored.id)), *map(sending, move.perform)))


class Door:
    """Where Journal finds the doorman of the orchestrator of now; while there is none, every message waits.

    It knows which messages are on their way to the orchestrator: none of the same project goes past them.
    """

    def __init__(self) -> None:
        self._doorman: Doorman | None = None
        self._guard = threading.Lock()
        self._on_the_way: dict[JobId, ProjectId] = {}
        self._of_project: Counter[ProjectId] = Counter()

    def open(self, doorman: Doorman) -> None:
        """From now on turns are let in."""
        self._doorman = doorman

    def close(self) -> None:
        """Nobody is let in any more."""
        self._doorman = None

    def let_in(self, entry: Entry) -> Write | None:
        """What to write with this entry, if it is a message whose turn may begin."""
        accepted = _message_in(entry)
        if accepted is None:
            return None
        doorman = None if self._of_project[accepted.project] else self._doorman
        begun = doorman.let_in(accepted) if doorman else None
        if begun is None:
            self._note(accepted)
        return begun

    def turn_away(self, entry: Entry) -> None:
        """It was not written, or not for the first time: nobody will be told of its turn."""
        accepted = _message_in(entry)
        if accepted is None:
            return
        self.arrived(accepted.job)
        if doorman := self._doorman:
            doorman.turn_away(accepted.job)

    def arrived(self, job: JobId) -> None:
        """The orchestrator was told of the turn: from now on its line knows who is before whom."""
        with self._guard:
            project = self._on_the_way.pop(job, None)
            if project is not None:
                self._of_project[project] -= 1

    def _note(self, accepted: AcceptMessage) -> None:
        with self._guard:
            if accepted.job not in self._on_the_way:
                self._on_the_way[accepted.job] = accepted.project
                self._of_project[accepted.project] += 1


def _message_in(entry: Entry) -> AcceptMessage | None:
    accepted = entry.entry if isinstance(entry, Keyed) else entry
    return accepted if isinstance(accepted, AcceptMessage) else None


def _as_it_will_be(accepted: AcceptMessage) -> StoredJob:
    """The row of the turn, once it is stored."""
    blank: dict[str, Any] = dict.fromkeys(StoredJob.__dataclass_fields__)
    counts = dict.fromkeys(("epoch", "percent", "retry_count", "number", "priority"), 0)
    times = dict.fromkeys(("created_at", "updated_at"), 0.0)
    marks = {"id": accepted.job, "project": accepted.project, "kind": "turn", "message": accepted.assistant_message}
    known = {
        **counts,
        **times,
        **marks,
        "status": JobStatus.QUEUED,
        "attempt": 1,
        "input": brief_of(accepted).model_dump_json(),
    }
    return StoredJob(**{**blank, **known})
