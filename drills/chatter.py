"""A server in which things happen at random: `python -m drills.chatter '{"data": …, "port": …}'`."""

import asyncio
import json
import random
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from actors.messages import BROADCASTER, Live, Lives
from drills.stream_server import Site, obey, serving
from pipeline.events import (
    JobProgress,
    JobResumed,
    MessageComplete,
    MessageDelta,
    MessageReset,
    PlanCreated,
    ProjectUpdated,
    SceneAdded,
    SceneMoved,
    ToolComplete,
    ToolStart,
)
from pipeline.events.event import Event
from pipeline.ids import JobId, MessageId, ProjectId, SceneId
from pipeline.jobs import JobStatus
from pipeline.project import Scene, Video
from storage.entries import AdvanceJob

RETRY_MS = (20, 120)
"""Readers come back soon, so that a kill seldom finds nobody there."""

_ALPHABET = 'aé中🎬 "\\\n\r\u2028\u0000:'
_LONGEST = 6000
_LARGEST_BATCH = 24


class Chatter:
    """What happens next in the projects, by chance."""

    def __init__(self, site: Site, projects: Sequence[str], seed: int) -> None:
        self._site = site
        self._projects = projects
        self._chances = random.Random(seed)  # noqa: S311  # must be repeatable
        self._told = dict.fromkeys(projects, 0)

    async def go_on(self) -> None:
        """Make things happen until it is stopped."""
        for project in self._projects:
            await self._site.begin(project)
        while True:
            project = self._chances.choice(self._projects)
            await self._happen(project)
            self._say(project)
            await asyncio.sleep(self._chances.choice((0, 0.005, 0.02, 0.05)))

    async def _happen(self, project: str) -> None:
        size = self._chances.choice((1, 1, 1, 2, 5, _LARGEST_BATCH))
        events = tuple(self._event(project) for _ in range(size))
        await self._site.write(AdvanceJob(JobId(f"job_{project}"), 0, JobStatus.RUNNING, events=events))
        self._told[project] = 0

    def _say(self, project: str) -> None:
        """Some live text, and a percentage."""
        address, job = self._site.system.address(BROADCASTER), JobId(f"job_{project}")
        text, offset = self._text(40), self._told[project]
        self._told[project] += len(text)
        delta = MessageDelta(job=job, attempt=1, message=_answer(project), round=9, offset=offset, text=text)
        percent = JobProgress(job=job, percent=self._chances.randrange(100), stage="x")
        address.tell(Lives((Live(ProjectId(project), delta), Live(ProjectId(project), percent))))

    def _event(self, project: str) -> Event:
        name = SceneId(f"s{self._chances.randrange(9)}")
        order = tuple(SceneId(f"s{number}") for number in self._chances.sample(range(9), 4))
        said = self._text(_LONGEST if self._chances.random() < 0.03 else 60)  # noqa: PLR2004  # one in thirty is long
        kinds: tuple[Event, ...] = (
            JobResumed(),
            ToolStart(call=name, name=said),
            ToolComplete(call=name, name="n", summary=said),
            PlanCreated(title=said, scenes=order),
            ProjectUpdated(video=Video(name="v", width=2 * self._chances.randrange(8, 900))),
            SceneAdded(scene=Scene(id=name, name="n", description=said[:4000], duration_frames=9), order=order),
            SceneMoved(scene_id=name, order=order),
            MessageReset(message=_answer(project), round=self._chances.randrange(3)),
            MessageComplete(message=_answer(project), content=said, round=self._chances.randrange(3), final=False),
        )
        return self._chances.choice(kinds)

    def _text(self, longest: int) -> str:
        return "".join(self._chances.choices(_ALPHABET, k=self._chances.randrange(1, longest)))


def _answer(project: str) -> MessageId:
    return MessageId(f"answer_{project}")


async def _run(asked: dict[str, Any]) -> None:
    async with serving(Path(asked["data"]), asked["port"], asked["hosts"], RETRY_MS) as site:
        talking = asyncio.create_task(Chatter(site, asked["projects"], asked["seed"]).go_on())

        async def hush(_: Site, __: dict[str, Any]) -> object:
            talking.cancel()
            with suppress(asyncio.CancelledError):
                await talking
            return {"quiet": True}

        await obey(site, {"hush": hush})


if __name__ == "__main__":
    asyncio.run(_run(json.loads(sys.argv[1])))
