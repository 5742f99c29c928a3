"""kill -9 at random moments of running jobs: what was acknowledged is done in the end, and nothing is done twice."""

import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from drills.evidence import Evidence, faults, stored_events
from drills.invariant import Invariant
from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from drills.watching import Watch

KILLS = 12
LONGEST_LIFE_S = 1.2
"""A kill comes at any moment up to this after a message was acknowledged; its jobs take about as long."""

PATIENCE_S = 120.0
MOST_AT_ONCE = 12
"""With more projects unfinished the next kill waits: of a backlog that grows only the beginning would be killed."""

SUBJECTS = ("a title", "a counter that counts to 1200", "a list: fast, safe, kind", "a bar chart: A 3, B 5, C 8")


@dataclass(frozen=True)
class Death:
    """What was there when the process was killed, and how many questions the model had been asked."""

    evidence: Evidence
    asked: int


@dataclass
class Drill:
    """The kills of one seed, over projects that are watched all the time."""

    data: Path
    chances: random.Random
    model: ModelServer
    watches: list[Watch] = field(default_factory=list)
    deaths: list[Death] = field(default_factory=list)

    async def run(self, kills: int) -> None:
        """Begin a project, kill, start again, so often; then let everything come to its end."""
        async with (
            self.model,
            ServerProcess(self.data, settings=self.model.settings) as server,
            AsyncExitStack() as stack,
        ):
            client = await stack.enter_async_context(server.client())
            watching: set[asyncio.Task[object]] = set()
            for number in range(kills):
                watch = await stack.enter_async_context(await Watch.of_new_project(client))
                await watch.say(self._prompt(number))
                self.watches.append(watch)
                watching.add(asyncio.create_task(_to_the_end(watch)))
                await asyncio.sleep(self.chances.uniform(0.0, LONGEST_LIFE_S))
                await server.kill()
                self.deaths.append(Death(Evidence.of(self.data), len(self.model.asked)))
                await server.start()
                watching = await _few(watching, MOST_AT_ONCE)
            await _few(watching, 0)

    def _prompt(self, number: int) -> str:
        return f"A 4 second video called 'Project {number}': {self.chances.choice(SUBJECTS)}, navy and coral"


def run(*, seed: int, times: int = KILLS) -> Iterator[Invariant]:
    """Kill so many times at moments that the seed gives, and count."""
    with tempfile.TemporaryDirectory() as folder:
        drill = Drill(Path(folder), random.Random(seed), ModelServer())  # noqa: S311  # must be repeatable
        asyncio.run(drill.run(times))
        yield from _counted(drill, Evidence.of(drill.data))


async def _to_the_end(watch: Watch) -> None:
    """A client has so many connections, and the server lets a session have so many: who has heard all leaves."""
    await watch.until_over()
    await watch.leave()


async def _few(watching: set[asyncio.Task[object]], most: int) -> set[asyncio.Task[object]]:
    """Those that are not over, once they are few enough; what takes too long is counted as lost."""
    left = {task for task in watching if not task.done()}
    while len(left) > most:
        done, left = await asyncio.wait(left, timeout=PATIENCE_S, return_when=asyncio.FIRST_COMPLETED)
        if not done:
            break
    for task in left if most == 0 else ():
        task.cancel()
    return left


def _counted(drill: Drill, end: Evidence) -> Iterator[Invariant]:
    lives = [death.evidence for death in drill.deaths]
    met = Counter(place.step for life in lives for place in life.under_way)
    yield Invariant(
        "the kills met work under way", bool(met), f"{met.total()} steps in {len(lives)} kills: {dict(met)}"
    )
    undone = [watch.turn for watch in drill.watches if end.jobs.get(watch.turn) != "completed"]
    yield _none("acknowledged messages that are not answered", undone, len(drill.watches))
    unfinished = [job for job, status in end.jobs.items() if status != "completed"]
    yield _none("jobs that did not come to a good end", unfinished, len(end.jobs))
    lost = [place for life in lives for place in end.lost_since(life)]
    yield _none("checkpoints that are gone or changed", lost, len(end.replies))
    wrong = [
        fault for watch in drill.watches for fault in faults(watch.told(), stored_events(drill.data, watch.project))
    ]
    told = sum(len(watch.told()) for watch in drill.watches)
    yield _none("events missing, twice, out of order or changed for a client that comes back", wrong, told)
    again = [one for death in drill.deaths for one in death.evidence.paid_twice(drill.model.asked[death.asked :])]
    yield _none("model calls made again after their answer was recorded", again, len(drill.model.asked))


def _none(name: str, found: Sequence[object], of: int) -> Invariant:
    shown = f": {', '.join(map(str, found[:3]))}" if found else ""
    return Invariant(name, not found, f"{len(found)} of {of}{shown}")
