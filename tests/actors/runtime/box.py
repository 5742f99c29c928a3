"""A mailbox that tests put messages into and take them out of, without an actor."""

from itertools import count
from queue import Queue

from actors.runtime.bounds import Bounds, Overflow
from actors.runtime.dead_letters import Reason
from actors.runtime.envelope import Envelope
from actors.runtime.hand import Hand
from actors.runtime.mailbox import Mailbox

numbers = count(1)


def letter(message: object, *, urgent: bool = False) -> Envelope:
    return Envelope(next(numbers), message, None, 0.0, None, urgent)


def mailbox(overflow: Overflow = Overflow.REJECT, capacity: int = 2) -> tuple[Mailbox, "Queue[tuple[object, Reason]]"]:
    buried: Queue[tuple[object, Reason]] = Queue()
    box = Mailbox("box", lambda _, envelope, reason: buried.put((envelope.message, reason)))
    box.open(Bounds(capacity, overflow, 5.0))
    return box, buried


def fill(box: Mailbox, *messages: object) -> None:
    for message in messages:
        box.put(letter(message))


def taken(box: Mailbox, limit: int = 10) -> list[object]:
    hand = Hand("reader", 1, "reader")
    envelopes = box.take(hand, limit)
    box.handled(hand, envelopes)
    return [envelope.message for envelope in envelopes]
