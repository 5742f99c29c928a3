"""A message under way: who sent it, when and because of what, until when it is wanted, and how to answer it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actors.runtime.redacted import redacted
from actors.runtime.reply import Reply


@dataclass(slots=True, eq=False)
class Envelope:
    """Times are seconds of the system's monotonic clock; `incarnation` is the sender's.

    `seq` is also its span: `parent` is the message that its sender had in hand, `root` the first of them all.
    After `deadline` nobody wants it any more.
    """

    seq: int
    message: object
    sender: str | None
    sent_at: float
    incarnation: int | None
    urgent: bool = False
    reply_to: Reply[Any] | None = None
    parent: int | None = None
    root: int = 0
    deadline: float | None = None
    replays: int = 0
    taken_at: float = 0.0

    @property
    def span(self) -> int:
        """The number of its way through an actor."""
        return self.seq

    @property
    def label(self) -> str:
        """What the message is called in statistics and logs: its own `label`, or its class; never its content."""
        return _text(self.message, "label") or type(self.message).__name__

    @property
    def redacted(self) -> Mapping[str, object]:
        """What may be shown of its content."""
        return redacted(self.message)

    @property
    def job(self) -> str | None:
        """The job the message belongs to, if it says so."""
        return _text(self.message, "job")

    @property
    def trace(self) -> str:
        """The trace the message belongs to: the one it names, or that of the first message of the chain."""
        return _text(self.message, "trace") or f"{self.root or self.seq:x}"

    @property
    def attempt(self) -> int:
        """Which try of the work this is: what the message says, and one more for each replay of a dead letter."""
        said = getattr(self.message, "attempt", 1)
        return (said if isinstance(said, int) else 1) + self.replays

    @property
    def wants_reply(self) -> bool:
        """Whether somebody still waits for the answer."""
        return self.reply_to is not None and not self.reply_to.done

    @property
    def answered(self) -> bool:
        """Whether this was an ask that has its answer, and not one that was given up."""
        return self.reply_to is not None and self.reply_to.done and not self.reply_to.given_up

    def reply(self, value: object) -> None:
        """Answer an ask; a tell needs none, and the first answer wins."""
        if self.reply_to is not None:
            self.reply_to.set(value)

    def fail(self, error: BaseException) -> None:
        """Answer an ask with an error; a tell needs none, and the first answer wins."""
        if self.reply_to is not None:
            self.reply_to.fail(error)


def _text(message: object, name: str) -> str | None:
    try:
        value = getattr(message, name, None)
    except Exception:  # noqa: BLE001 - what a message says of itself must harm nobody
        return None
    return value if isinstance(value, str) else None
