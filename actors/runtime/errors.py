"""What can go wrong between a sender and an actor. Each is also the Pykka error a Pykka caller would expect."""

import pykka


class StoppedError(pykka.ActorDeadError):
    """The actor, or the incarnation that sends, has been stopped."""


class MailboxFullError(Exception):
    """The mailbox had no room for the message."""


class AskTimeoutError(pykka.Timeout, TimeoutError):
    """No reply came within the time the caller gave."""


class AskCycleError(Exception):
    """The answer would wait for the asker; the message says round which path."""


class ExpiredError(AskTimeoutError):
    """The message was wanted until a moment that had passed before it was taken."""


class StartTimeoutError(TimeoutError):
    """The actor did not finish its on_start in time."""


class EscalatedError(Exception):
    """A child of a branch used up its restarts, so that the branch fell."""


class HungError(Exception):
    """The actor does not stop, and must not be abandoned."""


class KilledError(Exception):
    """The actor was killed: by an operator, by the watchdog, or because it did not stop in time."""
