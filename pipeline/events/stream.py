"""What a stream tells of itself: that it has caught up, that it lives, and why it ends."""

from pipeline.events.event import Update


class Live(Update):
    """All events up to number `seq` were sent; from here on things are told as they happen."""

    seq: int


class Ping(Update):
    """A sign of life every 15 s, for clients that ask for it with `?ping=1`."""


class Replaced(Update):
    """This stream ends because newer ones were opened: do not open it again by itself."""

    reason: str


class Error(Update):
    """This stream ends and cannot go on as it is; `code` is stable, `message` says what happened and what to do."""

    code: str
    message: str
