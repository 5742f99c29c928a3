"""What a mailbox writes down of each message it gave out: the counts, the spans, and what is in whose hand."""

from collections.abc import Callable, Sequence

from actors.runtime.envelope import Envelope
from actors.runtime.hand import Hand
from actors.runtime.ledger import Ledger, Tally
from actors.runtime.tracer import Tracer


class Books:
    """Used only under the lock of the mailbox."""

    def __init__(self, name: str, clock: Callable[[], float], tracer: Tracer) -> None:
        self.tally = Tally()
        self.late = 0
        """Results of fenced incarnations, which count for nothing else."""
        self._name = name
        self._clock = clock
        self._tracer = tracer

    def hand_over(self, hand: Hand, taken: list[Envelope], now: float) -> list[Envelope]:
        """Note what was taken."""
        in_hand = hand.in_hand
        for envelope in taken:
            envelope.taken_at = now
            in_hand[envelope.seq] = envelope
        self.tally.in_hand += len(taken)
        return taken

    def settle(self, hand: Hand, envelopes: Sequence[Envelope], outcome: str) -> int:
        """Take messages out of the hand; returns how many were still in it (none once it was fenced)."""
        settled, now = 0, self._clock()
        for envelope in envelopes:
            if hand.in_hand.pop(envelope.seq, None) is not None:
                settled += 1
                self._tracer.ended(envelope, self._name, hand, now, outcome)
        self.tally.in_hand -= settled
        if hand.fenced:
            self.late += len(envelopes) - settled
        return settled

    def drop(self, hand: Hand) -> list[Envelope]:
        """Settle all that is in the hand; returns what failed with it (an answered ask did not)."""
        held = list(hand.in_hand.values())
        lost = [envelope for envelope in held if not envelope.answered]
        answered = [envelope for envelope in held if envelope not in lost]
        self.tally.handled += self.settle(hand, answered, "handled")
        self.tally.failed += self.settle(hand, lost, "failed")
        return lost

    def ledger(self, waiting: int) -> Ledger:
        """The books at this moment."""
        count = self.tally
        return Ledger(count.sent, count.handled, count.failed, count.dead, count.refused, waiting, count.in_hand)
