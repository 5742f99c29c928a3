"""The actor that carries out what the core decides. It never waits, and holds nothing that the database does not."""

from collections.abc import Iterable

from actors.messages import JOURNAL, ORCHESTRATOR, OfJob, OrchestratorInbox, Sending, SendOn, StartJob, TakeUpJobs
from actors.orchestrator.admission import LIMITS, Limits
from actors.orchestrator.chances import Chances
from actors.orchestrator.core import Core
from actors.orchestrator.doorman import Door
from actors.orchestrator.effects import Alarm, Effect
from actors.orchestrator.reads import Jobs
from actors.patience import patiently
from actors.runtime import Actor
from pipeline.flows import Flows, flow_of

SHORTEST_WAIT_S = 0.001
"""A timer that comes early finds nothing due; it is set again, but not in a circle."""


class Orchestrator(Actor):
    """`fresh` says that this is the first incarnation of the process: nobody can be at work on any job.

    Through `door` Journal lets turns begin with their messages, from when the open jobs are taken up.
    """

    def __init__(
        self,
        jobs: Jobs,
        chances: Chances,
        *,
        fresh: bool,
        limits: Limits = LIMITS,
        flows: Flows = flow_of,
        door: Door | None = None,
    ) -> None:
        self._core = Core(jobs, chances, limits, flows)
        self._door = door or Door()
        self._door.close()  # of an earlier incarnation
        self._chances = chances
        self._fresh = fresh
        self._cue = TakeUpJobs()
        self._early: list[OfJob] | None = []

    def on_start(self) -> None:
        """Take up the open jobs, but only when all that an earlier incarnation wrote is committed.

        Else a reply on its way into the database would be asked for, and told, a second time.
        """
        self.system.address(JOURNAL).tell(SendOn((Sending(ORCHESTRATOR, self._cue),)))

    def on_receive(self, message: OrchestratorInbox) -> None:
        """Take one message; what comes before the jobs are taken up is heard after, and all waits for the store."""
        with patiently(self, message):
            if isinstance(message, TakeUpJobs):
                self._take_up(message)
            elif self._early is not None:
                self._early.append(message)
            else:
                self._take(message)

    def _take(self, message: OfJob) -> None:
        self._carry_out(self._core.take(message))
        if isinstance(message, StartJob):
            self._door.arrived(message.job)

    def _take_up(self, cue: TakeUpJobs) -> None:
        if cue is not self._cue:
            return  # meant for an earlier incarnation: what that one wrote since may still be on its way
        self._carry_out(self._core.take_up(known=not self._fresh))
        early, self._early = self._early or [], None
        for message in early:
            with patiently(self, message):
                self._take(message)
        self._door.open(self._core.doorman)

    def _carry_out(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            match effect:
                case Sending(to, message, urgent):
                    self.system.address(to).tell(message, urgent=urgent)
                case Alarm(at, due):
                    wait_s = max(SHORTEST_WAIT_S, at - self._chances.clock())
                    self.system.timers.tell_after(wait_s, self.address, due)
