"""Those who ask in the simulation: they send messages, stop, resume, hurry, put first, and bring bad luck about."""

from collections.abc import Callable
from dataclasses import dataclass

from actors.messages import CancelJob, RankJob, RunJobNow, StartJob
from drills.simulated.world import World
from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.jobs import RESUMABLE, JobStatus
from pipeline.resuming import Resumption
from storage.entries import AcceptMessage
from storage.wishes import HurryJob, PutJobFirst, ResumeJob, WishJob

PROJECTS = 40
BETWEEN_MESSAGES_S = 0.35
MOST_RESUMES = 3
"""Who has resumed a job this often leaves it."""

_WAYS = (Resumption(), Resumption(), Resumption(from_step="generate"), Resumption(prompt="shorter"))


@dataclass
class People:
    """They go on until so many jobs were asked for; then all is left to come to its end."""

    world: World
    jobs: int

    def __post_init__(self) -> None:
        self._messages = 0
        self._resumes: dict[JobId, int] = {}
        self.world.witness.when_over = self._over
        self._next_message()
        for seconds, luck in ((700.0, self._kill), (500.0, self._silence), (900.0, self._outage), (1.0, self._meddle)):
            self._again(seconds, luck)

    @property
    def done(self) -> bool:
        """Whether all that was asked for has ended for good."""
        return self.world.store.number >= self.jobs and not self.world.store.rows

    def _next_message(self) -> None:
        if self.world.store.number >= self.jobs:
            return
        world, self._messages = self.world, self._messages + 1
        if not world.store.silent:
            job = JobId(f"job_{self._messages}")
            answer = MessageId(f"answer_{self._messages}")
            project, asked = ProjectId(f"prj_{world.dice.randrange(PROJECTS)}"), MessageId(f"asked_{self._messages}")
            world.say(AcceptMessage(project, "somebody", asked, answer, "a teaser", job))
        world.clock.after(world.dice.expovariate(1 / BETWEEN_MESSAGES_S), self._next_message)

    def _again(self, seconds: float, action: Callable[[], None]) -> None:
        """Now and then, for as long as there is something to do."""

        def act() -> None:
            if not self.done:
                action()
                self._again(seconds, action)

        self.world.clock.after(self.world.dice.expovariate(1 / seconds), act)

    def _kill(self) -> None:
        self.world.die()

    def _silence(self) -> None:
        self.world.store.silent = True
        self.world.clock.after(5.0, self._answer)

    def _answer(self) -> None:
        self.world.store.silent = False

    def _outage(self) -> None:
        self.world.vendor.out = True
        self.world.clock.after(self.world.dice.uniform(10.0, 60.0), self._mend)

    def _mend(self) -> None:
        self.world.vendor.out = False

    def _meddle(self) -> None:
        """Stop, hurry or put first one of the jobs there are, or let it be one that kills its workers."""
        world = self.world
        if world.store.silent or not world.store.rows:
            return
        job = world.dice.choice(tuple(world.store.rows))
        match world.dice.choices(("poison", "cancel", "hurry", "first"), (1, 7, 12, 20))[0]:
            case "poison":
                world.vendor.poison.add(job)
            case "cancel":
                world.write(WishJob(job, "cancel"), CancelJob(job))
            case "hurry":
                world.write(HurryJob(job), RunJobNow(job))
            case _:
                world.write(PutJobFirst(job), RankJob(job))

    def _over(self, job: JobId) -> None:
        """What stopped is resumed after a while, some times; what is done or left is cleared away."""
        row = self.world.store.rows[job]
        tried = self._resumes.get(job, 0)
        if row.stored.status is JobStatus.COMPLETED or tried == MOST_RESUMES:
            self.world.clock.after(60.0, lambda: self._clear(job))
            return
        self._resumes[job] = tried + 1
        self.world.vendor.poison.discard(job)
        self.world.clock.after(self.world.dice.uniform(1.0, 30.0), lambda: self._resume(job))

    def _resume(self, job: JobId) -> None:
        row = self.world.store.rows.get(job)
        if row is None or row.stored.status not in RESUMABLE:
            return
        asked = self.world.dice.choice(_WAYS)
        if not (self._went_on(job, asked) or self._went_on(job, Resumption())):
            self.world.clock.after(5.0, lambda: self._resume(job))

    def _went_on(self, job: JobId, asked: Resumption) -> bool:
        return not self.world.store.silent and self.world.write(ResumeJob(job, asked), StartJob(job))

    def _clear(self, job: JobId) -> None:
        self._resumes.pop(job, None)
        self.world.vendor.poison.discard(job)
        self.world.witness.forget(job)
        self.world.store.discard(job)
