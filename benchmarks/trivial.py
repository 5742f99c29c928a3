"""A flow of four steps that are nothing at all, who performs them, and who hears that a job is complete."""

from collections.abc import Callable
from queue import Queue

from actors.messages import ORCHESTRATOR, Broadcast, Perform, Performed
from actors.runtime import Actor
from pipeline.commands import Build
from pipeline.events import JobComplete
from pipeline.findings import Verdict
from pipeline.flow import step
from pipeline.ids import JobId
from pipeline.jobs import ComponentBrief, TurnBrief
from pipeline.replay import Flow

STEPS = ("one", "two", "three", "four")
HELD = "three"
"""Where the jobs are held that shall be killed in flight."""

ACCEPTED = Verdict(accepted=True)


async def four_steps(_: TurnBrief | ComponentBrief) -> Verdict:
    """The flow: four checkpoints of next to nothing."""
    for name in STEPS[:-1]:
        await step(name, Build(source=name))
    return await step(STEPS[-1], Build(source=STEPS[-1]))


def flow_of(brief: TurnBrief | ComponentBrief) -> Flow:
    """That flow, whatever is asked."""
    return four_steps(brief)


class Worker(Actor):
    """Answers at once; the steps that are held it notes and leaves."""

    def __init__(self, held: "Queue[JobId] | None") -> None:
        self._held = held

    def on_receive(self, work: Perform) -> None:
        if self._held is not None and work.key.step == HELD:
            self._held.put(work.job)
        else:
            reply = Performed(work.job, work.epoch, work.key, work.attempt, ACCEPTED)
            self.system.address(ORCHESTRATOR).tell(reply)


class Ears(Actor):
    """Hears of each job that is complete."""

    def __init__(self, done: Callable[[JobId], None]) -> None:
        self._done = done

    def on_receive(self, told: Broadcast) -> None:
        for stored in told.events:
            if isinstance(stored.event, JobComplete) and stored.event.job:
                self._done(stored.event.job)
