"""A message under way: who sent it and when, and how to answer it."""

from dataclasses import dataclass
from typing import Any

from actors.runtime.reply import Reply


@dataclass(slots=True, eq=False)
class Envelope:
    """Times are seconds of the system's monotonic clock; `incarnation` is the sender's."""

    seq: int
    message: object
    sender: str | None
    sent_at: float
    incarnation: int | None
    urgent: bool = False
    reply_to: Reply[Any] | None = None
    taken_at: float = 0.0

    @property
    def label(self) -> str:
        """What the message is called in statistics and logs; never its content."""
        return type(self.message).__name__

    @property
    def job(self) -> str | None:
        """The job the message belongs to, if it says so."""
        return _text(self.message, "job")

    @property
    def trace(self) -> str | None:
        """The trace the message belongs to, if it says so."""
        return _text(self.message, "trace")

    @property
    def wants_reply(self) -> bool:
        """Whether somebody still waits for the answer."""
        return self.reply_to is not None and not self.reply_to.done

    @property
    def answered(self) -> bool:
        """Whether this was an ask that has its answer."""
        return self.reply_to is not None and self.reply_to.done

    def reply(self, value: object) -> None:
        """Answer an ask; a tell needs none, and the first answer wins."""
        if self.reply_to is not None:
            self.reply_to.set(value)

    def fail(self, error: BaseException) -> None:
        """Answer an ask with an error; a tell needs none, and the first answer wins."""
        if self.reply_to is not None:
            self.reply_to.fail(error)


def _text(message: object, name: str) -> str | None:
    value = getattr(message, name, None)
    return value if isinstance(value, str) else None
