"""The only writer of the database: what has gathered is one transaction, and only then do consequences go out."""

import logging
from collections.abc import Iterator, Sequence
from typing import ClassVar, Protocol

from actors.messages import (
    BROADCASTER,
    ORCHESTRATOR,
    Broadcast,
    CancelJob,
    JournalInbox,
    Sending,
    SendOn,
    StartJob,
    StoreDue,
    Write,
    WriteRefused,
)
from actors.runtime import BatchActor, Envelope, attend
from actors.waiting import Waiting
from storage.entries import AdvanceJob, ApplyTool, Entry, PublishRevision, Refused, StoredEvent, Written
from storage.errors import OutcomeUnknownError, StoreUnavailableError

logger = logging.getLogger(__name__)


class EntryWriter(Protocol):
    """Who knows how entries are written."""

    def write(self, entries: Sequence[Entry]) -> list[Written | Refused]:
        """Write all in one transaction, refusing singly.

        Raises StoreUnavailableError when nothing was committed, OutcomeUnknownError when that is not known.
        """

    def settle(self) -> Sequence[Written | Refused] | None:
        """The answers of the batch whose outcome was unknown, None if it is not stored. Raises OutcomeUnknownError."""

    def probe(self) -> None:
        """See whether a write is taken. Raises StoreUnavailableError."""


class Door(Protocol):
    """Who knows whether a turn may begin in the transaction that accepts its message."""

    def let_in(self, entry: Entry) -> Write | None:
        """What to write with this entry, and to send then; None where there is nothing."""

    def turn_away(self, entry: Entry) -> None:
        """It was not written after all, or not for the first time."""


class Journal(BatchActor):
    """Group commit. A write that is refused drops its own consequences and nobody else's.

    While the store takes no writes, who asks is refused at once, and what was told waits here until it is stored.
    """

    batch_limit: ClassVar[int] = 256

    def __init__(self, writer: EntryWriter, door: Door | None = None) -> None:
        self._writer = writer
        self._door = door
        self._begun: dict[int, Write] = {}
        self._waiting: Waiting | None = None

    def on_batch(self, envelopes: Sequence[Envelope]) -> None:
        """Commit, then broadcast, answer and send on, in the order of the batch."""
        batch = [envelope for envelope in envelopes if not isinstance(envelope.message, StoreDue)]
        if self._waiting is not None:
            self._waiting.hold(batch, StoreUnavailableError("the store takes no writes: it is tried again by itself"))
        if self._waiting is None:
            self._attempt(batch)
        elif len(batch) < len(envelopes):
            self._try_again(self._waiting)

    def _attempt(self, batch: Sequence[Envelope]) -> None:
        try:
            self._commit(batch)
        except OutcomeUnknownError:
            self._wait().doubt(batch)
        except StoreUnavailableError as error:
            self._wait().hold(batch, error)

    def _try_again(self, waiting: Waiting) -> None:
        """Settle what is in doubt, then write what waits; the store works again once all of it is written."""
        batch: Sequence[Envelope] = ()
        try:
            self._settle_doubt(waiting)
            self._writer.probe()
            while waiting.held:
                batch = waiting.held[: self.batch_limit]
                self._commit(batch)
                del waiting.held[: len(batch)]
        except OutcomeUnknownError:
            waiting.doubt(batch)
            self._look_again(waiting)
        except StoreUnavailableError:
            self._look_again(waiting)
        else:
            self._waiting = None

    def _settle_doubt(self, waiting: Waiting) -> None:
        if waiting.doubtful:
            outcomes = self._writer.settle()
            if outcomes is None:
                self._turn_away(waiting.doubtful)
            error = StoreUnavailableError("the database did not take the write; it is not stored")
            batch = waiting.settled(stored=outcomes is not None, error=error)
            self._conclude(batch, outcomes or ())

    def _wait(self) -> Waiting:
        """From now on writes wait."""
        self._waiting = Waiting()
        self._look_again(self._waiting)
        return self._waiting

    def _look_again(self, waiting: Waiting) -> None:
        self.system.timers.tell_after(waiting.next_wait_s(), self.address, StoreDue())

    def _commit(self, batch: Sequence[Envelope]) -> None:
        entries = list(self._entries(batch))
        try:
            outcomes = self._writer.write(entries) if entries else []
        except OutcomeUnknownError:
            raise
        except StoreUnavailableError:
            self._turn_away(batch)
            raise
        self._conclude(batch, outcomes)

    def _entries(self, batch: Sequence[Envelope]) -> Iterator[Entry]:
        """What is to be written: behind a message whose turn may begin at once, that it does."""
        for envelope in batch:
            if isinstance(envelope.message, Write):
                entry = envelope.message.entry
                yield entry
                if self._door and (begun := self._door.let_in(entry)):
                    self._begun[envelope.seq] = begun
                    yield begun.entry

    def _turn_away(self, batch: Sequence[Envelope]) -> None:
        """Nothing of it is written; what waits is let in, or not, when it is."""
        self._begun.clear()
        for envelope in batch:
            if self._door and isinstance(envelope.message, Write):
                self._door.turn_away(envelope.message.entry)

    def _conclude(self, batch: Sequence[Envelope], outcomes: Sequence[Written | Refused]) -> None:
        self._broadcast(outcomes)
        following = iter(outcomes)
        for envelope in batch:
            attend(envelope)
            message: JournalInbox = envelope.message  # type: ignore[assignment]  # its inbox
            if isinstance(message, SendOn):
                self._send(message.sendings)
            elif isinstance(message, Write):
                self._conclude_write(envelope, message, following)

    def _conclude_write(self, envelope: Envelope, write: Write, following: Iterator[Written | Refused]) -> None:
        """A turn that began with its message is told of in place of the wish to start it."""
        outcome, begun = next(following), self._begun.pop(envelope.seq, None)
        if begun is None or isinstance(next(following), Refused):
            if self._door and (begun or isinstance(outcome, Refused) or outcome.repeated):
                self._door.turn_away(write.entry)
            self._settle(envelope, write, outcome)
        else:
            others = tuple(sending for sending in write.then if not isinstance(sending.message, StartJob))
            self._settle(envelope, Write(write.entry, others), outcome)
            self._send(begun.then)

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
            self.system.address(sending.to).tell(sending.message, urgent=sending.urgent)


def _owner(entry: AdvanceJob | ApplyTool | PublishRevision) -> int:
    """The epoch of whoever wrote it: one who takes a job over is of the new one already."""
    if isinstance(entry, AdvanceJob) and entry.new_epoch is not None:
        return entry.new_epoch
    return entry.epoch


def _consequences(written: Written) -> tuple[Sending, ...]:
    recorded = (Sending(ORCHESTRATOR, written.recorded),) if written.recorded else ()
    started = (Sending(ORCHESTRATOR, StartJob(job)) for job in written.new_jobs)
    stopped = (Sending(ORCHESTRATOR, CancelJob(job)) for job in written.stopped)
    return (*recorded, *started, *stopped)
