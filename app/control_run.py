"""The same videos made again without a fault, and compared: a fault that was survived leaves the same end state."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from app.making.client import Client
from server.console.console import Json

PATIENCE_S = 300.0
OPEN = ("queued", "running", "waiting")
ENDS = ("job.complete", "job.failed", "job.cancelled")


@dataclass(frozen=True)
class ControlRun:
    """Asks its own server as a maker would; only where the demo composer answers is the same said twice."""

    url: str
    token: str

    async def compared(self, projects: Sequence[tuple[str, dict[str, Any]]]) -> Json:
        """Each project with the video it began with: made again, compared, and let go of."""
        differences: list[str] = []
        async with Client(self.url, self.token) as client, asyncio.timeout(PATIENCE_S):
            for project, video in projects:
                await _ended(client, project)
                control = await _made_again(client, project, video)
                differences += differences_between(await _scenes(client, project), await _scenes(client, control))
                await client.delete(f"/api/projects/{control}")
        again = "1 video was" if len(projects) == 1 else f"{len(projects)} videos were"
        found = f"{len(differences)} differences" if differences else "nothing differs"
        sentence = f"{again} made again without the fault: {found}"
        return {"state": "different" if differences else "same", "sentence": sentence, "differences": [*differences]}


def differences_between(ours: list[dict[str, Any]], control: list[dict[str, Any]]) -> list[str]:
    """What is not the same, scene by scene."""
    if len(ours) != len(control):
        return [f"there are {len(ours)} scenes, and {len(control)} without the fault"]
    return [
        f"scene {number}, {one['name']}: its {name} is another"
        for number, (one, other) in enumerate(zip(ours, control, strict=True), 1)
        for name in one
        if one[name] != other[name]
    ]


async def _made_again(client: Client, project: str, video: dict[str, Any]) -> str:
    control = str((await client.post("/api/projects", video))["project"])
    for message in (await client.get(f"/api/projects/{project}"))["messages"]:
        if message["role"] == "user":
            await client.post(f"/api/projects/{control}/messages", {"content": message["content"]})
            await _ended(client, control)
    return control


async def _ended(client: Client, project: str) -> None:
    """Back when no job is open. The stream begins with a snapshot, so that no end is missed before it."""
    async with aclosing(client.events(project)) as events:
        async for heard in events:
            if heard.name == "snapshot" or heard.name in ENDS:
                jobs = (await client.get(f"/api/projects/{project}"))["jobs"]
                if not any(job["status"] in OPEN for job in jobs):
                    return


async def _scenes(client: Client, project: str) -> list[dict[str, Any]]:
    """What each scene shows, without the ids."""
    scenes: list[dict[str, Any]] = (await client.get(f"/api/projects/{project}"))["scenes"]
    told = ("name", "description", "duration_frames", "transition", "props", "bundle")
    return [{name: scene.get(name) for name in told} for scene in scenes]
