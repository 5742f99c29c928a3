"""How far a job is while one of its steps is under way: told where that is news, never less than before."""

from actors.messages import Live, Perform
from pipeline.events import JobProgress


class HowFar:
    """Of one attempt of one step; the percentages of a job's steps follow each other (`pipeline/progress.py`)."""

    def __init__(self, work: Perform) -> None:
        self._work = work
        self._told = (-1, "")

    def reached(self, percent: int, stage: str) -> bool:
        """Whether this is news: further than before, or as far in another stage."""
        if percent < self._told[0] or (percent, stage) == self._told:
            return False
        self._told = (percent, stage)
        return True

    def told(self) -> Live:
        """The overall percentage, for whoever follows the job."""
        percent, stage = self._told
        update = JobProgress.model_validate({**self._work.marks, "percent": percent, "stage": stage})
        return Live(self._work.project, update)
