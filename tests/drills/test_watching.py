from collections.abc import AsyncGenerator
from typing import Any

import pytest

from app.making.client import Client, Heard
from drills.watching import Watch

pytestmark = pytest.mark.anyio

TOLD = (
    Heard("snapshot", {"scenes": [], "jobs": []}, "e.4", "{}"),
    Heard("component.queued", {"job": "job_2", "scene": "s", "turn": "job_1"}, "e.5", "five"),
    Heard("message.delta", {"text": "Hi"}, None, "live"),
    Heard("job.complete", {"job": "job_1"}, "e.6", "six"),
    Heard("job.complete", {"job": "job_2"}, "e.7", "seven"),
)


class Told(Client):
    """Tells a fixed story and acknowledges everything."""

    async def post(self, path: str, body: dict[str, object]) -> dict[str, Any]:
        return {"path": path, **body, "project": "p", "job": "job_1"}

    async def events(self, project: str) -> AsyncGenerator[Heard, None]:
        assert project == "p"
        for heard in TOLD:
            yield heard


async def test_keeps_the_stored_events_it_was_told_and_not_the_rest() -> None:
    async with Told("http://nowhere", "") as client, await Watch.of_new_project(client) as watch:
        assert await watch.say("hello") == "job_1"
        assert (await watch.until("message.delta")).data == {"text": "Hi"}
        await watch.until_number(6)
        assert set((await watch.until_over()).ended) == {"job_1", "job_2"}
        await watch.until_over()
    assert watch.told() == [(5, "component.queued", "five"), (6, "job.complete", "six"), (7, "job.complete", "seven")]
