"""The only writer of the database: what has gathered is one transaction, and only then do consequences go out."""

import logging
from collections.abc import Sequence
from typing import ClassVar, Protocol

from actors.messages import (
    BROADCASTER,
    ORCHESTRATOR,
    Broadcast,
    JournalInbox,
    Sending,
    SendOn,
    StartJob,
    Write,
    WriteRefused,
)
from actors.runtime import BatchActor, Envelope
from storage.entries import AdvanceJob, ApplyTool, Entry, PublishRevision, Refused, StoredEvent, Written

logger = logging.getLogger(__name__)


class EntryWriter(Protocol):
    """Who knows how entries are written."""

    def write(self, entries: Sequence[Entry]) -> list[Written | Refused]:
        """Write all in one transaction, refusing singly. Raises StoreUnavailableError when nothing was committed."""


class Journal(BatchActor):
    """Group commit. A write that is refused drops its own consequences and nobody else's."""

    batch_limit: ClassVar[int] = 256

    def __init__(self, writer: EntryWriter) -> None:
        self._writer = writer

    def on_batch(self, envelopes: Sequence[Envelope]) -> None:
        """Commit, then broadcast, answer and send on, in the order of the batch."""
        batch: list[JournalInbox] = [envelope.message for envelope in envelopes]  # type: ignore[misc]  # its inbox
        entries = [message.entry for message in batch if isinstance(message, Write)]
        outcomes = self._writer.write(entries) if entries else []
        self._broadcast(outcomes)
        following = iter(outcomes)
        for envelope, message in zip(envelopes, batch, strict=True):
            if isinstance(message, SendOn):
                self._send(message.sendings)
            else:
                self._settle(envelope, message, next(following))

    def _broadcast(self, outcomes: Sequence[Written | Refused]) -> None:
        events: list[StoredEvent] = []
        for outcome in outcomes:
            if isinstance(outcome, Written):
                events += outcome.events
        if events:
            self.system.address(BROADCASTER).tell(Broadcast(tuple(events)))

    def _settle(self, envelope: Envelope, write: Write, outcome: Written | Refused) -> None:
        if isinstance(outcome, Refused):
            self._refuse(envelope, write.entry, outcome.error)
            return
        if envelope.wants_reply:
            envelope.reply(outcome)
        if not outcome.repeated:
            self._send((*_consequences(outcome), *write.then))

    def _refuse(self, envelope: Envelope, entry: Entry, error: Exception) -> None:
        if envelope.wants_reply:
            envelope.fail(error)
        elif isinstance(entry, AdvanceJob | ApplyTool | PublishRevision):
            self.system.address(ORCHESTRATOR).tell(WriteRefused(entry.job, _owner(entry), error))
        else:
            logger.warning("entry refused", extra={"entry": type(entry).__name__, "error": str(error)})

    def _send(self, sendings: Sequence[Sending]) -> None:
        for sending in sendings:
            self.system.address(sending.to).tell(sending.message)


def _owner(entry: AdvanceJob | ApplyTool | PublishRevision) -> int:
    """The epoch of whoever wrote it: one who takes a job over is of the new one already."""
    if isinstance(entry, AdvanceJob) and entry.new_epoch is not None:
        return entry.new_epoch
    return entry.epoch


def _consequences(written: Written) -> tuple[Sending, ...]:
    recorded = (Sending(ORCHESTRATOR, written.recorded),) if written.recorded else ()
    return (*recorded, *(Sending(ORCHESTRATOR, StartJob(job)) for job in written.new_jobs))
