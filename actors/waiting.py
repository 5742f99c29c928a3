"""What Journal keeps while the store takes no writes: nobody is told that it is stored, and nothing of it is lost."""

from collections.abc import Iterable, Sequence

from actors.messages import Write
from actors.runtime import Envelope
from storage.entries import NoteStreams
from storage.errors import StoreUnavailableError

LONGEST_WAIT_S = 5.0
FIRST_WAIT_S = 0.25


class Waiting:
    """`doubtful` is the batch of which nobody knows whether it is stored; `held` is what surely is not, in order."""

    def __init__(self) -> None:
        self.doubtful: Sequence[Envelope] = ()
        self.held: list[Envelope] = []
        self._wait_s = FIRST_WAIT_S

    def hold(self, envelopes: Iterable[Envelope], error: StoreUnavailableError) -> None:
        """Keep what was told, behind what is kept already; who asks hears at once that it is not stored."""
        self.held += _kept(envelopes, error)

    def doubt(self, batch: Sequence[Envelope]) -> None:
        """Keep a whole batch, unanswered, that was the first in line."""
        if batch:
            self.doubtful = batch
            del self.held[: len(batch)]

    def settled(self, *, stored: bool, error: StoreUnavailableError) -> Sequence[Envelope]:
        """The doubt is over: the batch if it is stored; else it is first in line, and nothing."""
        batch, self.doubtful = self.doubtful, ()
        if stored:
            return batch
        self.held[:0] = _kept(batch, error)
        return ()

    def next_wait_s(self) -> float:
        """How long until the next try: longer each time."""
        wait_s, self._wait_s = self._wait_s, min(LONGEST_WAIT_S, self._wait_s * 2)
        return wait_s


def _kept(envelopes: Iterable[Envelope], error: StoreUnavailableError) -> list[Envelope]:
    """What is to be written later; where a stream stood is noted again anyway."""
    kept = []
    for envelope in envelopes:
        message = envelope.message
        if envelope.wants_reply:
            envelope.fail(error)
        elif not (isinstance(message, Write) and isinstance(message.entry, NoteStreams)):
            kept.append(envelope)
    return kept
