"""Streams under everything that goes wrong between a server and a browser: every reader has every event exactly once.

Things happen at random while the server is killed (SIGKILL), a proxy cuts connections inside of frames or swallows
them, and tabs come, go, dawdle and stall. In the end each reader must have been told what was committed, no more, no
less.
"""

import asyncio
import json
import random
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from app.setup.node_packages import node
from app.setup.places import here
from drills.chatter_process import ChatterProcess
from drills.cutting_proxy import CuttingProxy
from drills.evidence import stored_events
from drills.foreign_readers import are_there
from drills.invariant import Invariant
from drills.readers import PROJECTS, follows, reading
from drills.told import Told, differences, of_project, write_lines

KILLS = 20
LIVES_S = (0.1, 0.9)


@dataclass
class Drill:
    """The kills of one seed."""

    folder: Path
    seed: int
    kills: int
    told: dict[str, list[Told]] = field(default_factory=dict)
    cuts: int = 0
    epoch: str = ""

    async def run(self) -> None:
        """Break things, then let everybody catch up."""
        chances = random.Random(self.seed)  # noqa: S311  # must be repeatable
        async with AsyncExitStack() as stack:
            proxy = await stack.enter_async_context(CuttingProxy(self.seed))
            server = ChatterProcess(self.folder, proxy.port, self.seed, PROJECTS)
            stack.push_async_callback(server.kill)
            self.epoch = await server.start()
            proxy.upstream = server.port
            readers = await stack.enter_async_context(reading(self.folder, self.epoch, proxy))
            for _ in range(self.kills):
                await asyncio.sleep(chances.uniform(*LIVES_S))
                await server.kill()
                await server.start()
            await server.hush()
            proxy.is_calm, self.cuts = True, proxy.cuts
            await readers.catch_up(self.folder, proxy)
            self.told = await readers.told()


def run(*, seed: int, times: int = KILLS) -> Iterator[Invariant]:
    """Kill so many times, and count."""
    with tempfile.TemporaryDirectory() as folder:
        drill = Drill(Path(folder), seed, times)
        asyncio.run(drill.run())
        yield from _counted(drill)


def _counted(drill: Drill) -> Iterator[Invariant]:
    stored = {project: stored_events(drill.folder, project) for project in PROJECTS}
    committed = sum(map(len, stored.values()))
    told = sum(map(len, drill.told.values()))
    yield Invariant("events were committed and cut off", committed > 0, f"{committed} events, {drill.cuts} cuts")
    wrong = [
        f"{name}: {one}"
        for name, heard in drill.told.items()
        for project in follows(name)
        for one in differences([each for each in heard if each.project == project], stored[project], project)
    ]
    names = ", ".join(drill.told)
    counted = f"{len(wrong)} of {told} told to {names}{': ' if wrong else ''}{'; '.join(wrong[:5])}"
    yield Invariant("events skipped, twice, out of order or changed", not wrong, counted)
    if are_there():
        different = _folded_differently(drill, stored["p1"])
        yield Invariant(
            "readers whose state is another", not different, f"{len(different)} of {len(drill.told)}: {different}"
        )


def _folded_differently(drill: Drill, stored: Sequence[tuple[int, str, str]]) -> list[str]:
    """The readers that fold to another state than the committed events, by the fold of the editor."""
    places, program = here(), drill.folder / "folded.mjs"
    esbuild = places.node_modules / "esbuild" / "bin" / "esbuild"
    words = ("drills/folded.ts", "--bundle", "--platform=node", "--format=esm", f"--outfile={program}")
    subprocess.run([esbuild, *words], cwd=places.web, check=True, capture_output=True)
    committed = [Told(f"{drill.epoch}.{number}", name, data) for number, name, data in stored]
    for name, told in drill.told.items():
        write_lines(drill.folder / f"{name}.jsonl", of_project(told, "p1", drill.epoch))
        write_lines(drill.folder / f"{name}.stored.jsonl", committed)
    done = subprocess.run(
        [node(places), program, drill.folder, *drill.told], check=True, capture_output=True, text=True
    )
    different: list[str] = json.loads(done.stdout)
    return different
