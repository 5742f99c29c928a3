"""Every actor of the running product is killed in turn, and several at once, during twenty jobs; all of them finish."""

import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from actors.runtime import Action, Decision, Ledger
from app.bazaar import Bazaar
from app.making.client import Client
from app.settings import Settings
from drills.evidence import Evidence, faults, stored_events
from drills.invariant import Invariant
from drills.watching import Watch

ROUNDS = 3
PROJECTS = 5
PROMPT = (
    "An 8 second teaser called 'Project {}', three scenes: a title, a counter that counts to 120, an outro; navy, coral"
)
JOBS_OF_A_PROJECT = 4
"""The turn, and a component for each scene."""

AT_ONCE = 3
LONGEST_PAUSE_S = 0.25
PATIENCE_S = 120.0
REASON = "the drill kills it"


@dataclass
class Round:
    """Twenty jobs, and the deaths during them."""

    data: Path
    chances: random.Random
    watches: list[Watch] = field(default_factory=list)
    killed: Counter[str] = field(default_factory=Counter)
    decisions: tuple[Decision, ...] = ()
    books: Ledger = field(default_factory=Ledger)

    async def run(self) -> None:
        """Say something in each project, kill, and listen until everything is over."""
        named = {"BAZAAR_DATA": self.data, "BAZAAR_PORT": 0, "BAZAAR_DEMO_PACE": 0, "BAZAAR_INSPECT": False}
        async with Bazaar(Settings.model_validate(named)) as bazaar, AsyncExitStack() as stack:
            client = await stack.enter_async_context(Client(bazaar.url, bazaar.token))
            for number in range(PROJECTS):
                watch = await stack.enter_async_context(await Watch.of_new_project(client))
                await watch.say(PROMPT.format(number))
                self.watches.append(watch)
            await asyncio.gather(self._kill(bazaar), *(_patiently(watch) for watch in self.watches))
            self.decisions = bazaar.engine.supervisor.decisions
            self.books = bazaar.engine.system.statistics().total

    async def _kill(self, bazaar: Bazaar) -> None:
        """Each alone once, in an order of chance; then a few groups, nobody in two of them."""
        names = sorted({child.address for child in bazaar.engine.system.statistics().children})
        alone, together = self.chances.sample(names, len(names)), self.chances.sample(names, len(names))
        groups = [[name] for name in alone] + [together[at : at + AT_ONCE] for at in range(0, len(names), AT_ONCE)]
        for group in groups:
            await asyncio.sleep(self.chances.uniform(0.0, LONGEST_PAUSE_S))
            for name in group:
                bazaar.engine.supervisor.kill(name, REASON)
                self.killed[name] += 1


def run(*, seed: int, times: int = ROUNDS) -> Iterator[Invariant]:
    """So many rounds, each on a new data folder."""
    chances = random.Random(seed)  # noqa: S311  # must be repeatable
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            played = Round(Path(folder), chances)
            asyncio.run(played.run())
            yield from _counted(played, Evidence.of(played.data))


async def _patiently(watch: Watch) -> None:
    """What is not over by then is counted as unfinished."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            await watch.until_over()


def _counted(played: Round, end: Evidence) -> Iterator[Invariant]:
    jobs, wanted = Counter(end.jobs.values()), PROJECTS * JOBS_OF_A_PROJECT
    deaths = f"{played.killed.total()} deaths of {len(played.killed)} actors"
    yield Invariant("all jobs come to a good end", jobs == {"completed": wanted}, f"{dict(jobs)}, {deaths}")
    wrong = [
        fault for watch in played.watches for fault in faults(watch.told(), stored_events(played.data, watch.project))
    ]
    told = sum(len(watch.told()) for watch in played.watches)
    yield Invariant("no event is missing, twice or out of order", not wrong, f"{wrong[:3]} of {told} told")
    unexplained = [name for name in played.killed if not _is_explained(name, played.decisions)]
    yield Invariant("each death is explained", not unexplained, f"{unexplained}, {len(played.decisions)} decisions")
    books = played.books
    yield Invariant("the books balance", books.balance == 0, f"{books.sent} sent, {books.failed} failed in hand")


def _is_explained(name: str, decisions: tuple[Decision, ...]) -> bool:
    """Whether the record says that it was killed and why, and that it was started again after it."""
    of_it = [decision for decision in decisions if decision.child.partition("/")[0] == name]
    asked = [decision for decision in of_it if decision.action is Action.KILL]
    restarts = [decision for decision in of_it if decision.action is Action.RESTART]
    return bool(asked and restarts) and all(REASON in decision.rule for decision in asked)
