"""A project of many scenes and messages, made as anybody makes one, and so many events a second in it."""

import asyncio
import time

from app.making.client import Client
from app.making.following import Progress, follow

_MOST_AT_ONCE = 8
_EVENTS_PER_EDIT = 2
"""A change of a scene tells of the scene, and of what can be undone."""


async def filled(client: Client, *, scenes: int, messages: int) -> str:
    """The project: one scene is made, the others are its copies; questions are asked and answered until it is full."""
    project = str((await client.post("/api/projects", {}))["project"])
    await _said(client, project, "A 3 second title that says 'Nimbus', one scene")
    scene = (await client.get(f"/api/projects/{project}"))["scenes"][0]["id"]
    for _ in range(scenes - 1):
        await client.post(f"/api/projects/{project}/scenes/{scene}/duplicate", {})
    for _ in range((messages - 2) // 2 - 1):
        await client.post(f"/api/projects/{project}/messages", {"content": "What can you do?"})
    await _said(client, project, "What can you do?")
    return project


async def edited(client: Client, project: str, *, scenes: int, events_per_s: float, seconds: float) -> float:
    """Rename scenes at that rate, several at once where one takes longer; the events a second that it came to."""
    begun = time.monotonic()
    every_s = _EVENTS_PER_EDIT / events_per_s
    at_once = asyncio.Semaphore(_MOST_AT_ONCE)
    async with asyncio.TaskGroup() as edits:
        for made in range(round(seconds / every_s)):
            await asyncio.sleep(max(0.0, begun + made * every_s - time.monotonic()))
            await at_once.acquire()
            edits.create_task(_renamed(client, project, made, scenes)).add_done_callback(lambda _: at_once.release())
    return round(seconds / every_s) * _EVENTS_PER_EDIT / (time.monotonic() - begun)


async def _renamed(client: Client, project: str, number: int, scenes: int) -> None:
    operation: dict[str, object] = {
        "op": "replace",
        "path": f"/scenes/{number % scenes}/name",
        "value": f"Take {number}",
    }
    await client.post(f"/api/projects/{project}/patch", {"operations": [operation]})


async def _said(client: Client, project: str, words: str) -> None:
    """Say it, and wait until all that it led to has ended."""
    accepted = await client.post(f"/api/projects/{project}/messages", {"content": words})
    await follow(client.events(project), Progress(turn=accepted["job"]), lambda _: None)
