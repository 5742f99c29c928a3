"""What one incarnation has taken from its mailbox and not yet settled; it also marks the threads that speak for it."""

from contextvars import ContextVar
from dataclasses import dataclass, field

from actors.runtime.envelope import Envelope
from actors.runtime.landing import Landing

# Context variables, so that asyncio's own worker threads speak for the actor that started them.
_speaker: "ContextVar[Hand | None]" = ContextVar("speaker", default=None)
_subject: "ContextVar[Envelope | None]" = ContextVar("subject", default=None)
_patient: ContextVar[bool] = ContextVar("patient", default=True)


@dataclass(slots=True, eq=False)
class Hand:
    """`in_hand`, `leaving`, `draining`, `over` and `fenced` change only under the lock of the mailbox.

    `many` says that it may take a message while it has another in hand.
    """

    child: str
    incarnation: int
    address: str
    many: bool = False
    leaving: bool = False
    draining: bool = False
    over: bool = False
    fenced: bool = False
    fenced_sends: int = 0
    """What it still sent once it was fenced, all of it refused."""
    in_hand: dict[int, Envelope] = field(default_factory=dict)
    landing: Landing = field(default_factory=Landing)


def speak_as(hand: Hand | None) -> None:
    """From now on this thread, and what it starts with its context, sends in the name of `hand`."""
    _speaker.set(hand)


def speaker() -> Hand | None:
    """In whose name this thread sends; None outside of actors."""
    return _speaker.get()


def attend(envelope: Envelope | None) -> None:
    """From now on what this thread (or task) sends is because of this message."""
    _subject.set(envelope)


def subject() -> Envelope | None:
    """The message that this thread (or task) has in hand."""
    return _subject.get()


def never_wait() -> None:
    """From now on a full mailbox refuses this thread instead of making it wait."""
    _patient.set(False)


def may_wait() -> bool:
    """Whether this thread may be made to wait for room in a mailbox."""
    return _patient.get()
