"""What follows from one piece of news: what to write of a job, and whom to ask."""

from dataclasses import dataclass

from actors.messages import Perform
from storage.entries import AdvanceJob


@dataclass(frozen=True)
class Move:
    """One thing to write, then these to send; and when to look again, if the job waits.

    `end` is written after it: a job is taken up before it ends, also where nothing was left to do.
    """

    advance: AdvanceJob
    perform: tuple[Perform, ...] = ()
    retry_at: float | None = None
    end: AdvanceJob | None = None
