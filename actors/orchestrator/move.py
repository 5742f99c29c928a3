"""What follows from one piece of news: what to write of a job, and whom to ask."""

from dataclasses import dataclass

from actors.messages import Perform
from actors.orchestrator.account import Account
from pipeline.failures import ErrorContext
from storage.entries import AdvanceJob
from storage.stored import StoredJob


@dataclass(frozen=True)
class Move:
    """One thing to write, then these to send; and when to look again, if the job waits.

    `end` is written after it: a job is taken up before it ends, also where nothing was left to do.
    """

    advance: AdvanceJob
    perform: tuple[Perform, ...] = ()
    retry_at: float | None = None
    end: AdvanceJob | None = None


def given_up(stored: StoredJob, error: ErrorContext) -> Move:
    """The end of a job that could not even be opened."""
    return Move(Account(stored, {}).failed(error))
