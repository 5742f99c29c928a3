"""A real disk that takes no more: the limit of a file's size is set on the running process, and lifted again."""

import asyncio
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import pytest

from drills.server_process import ServerProcess
from drills.watching import Watch

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

PATIENCE_S = 30.0
PROMPT = "A 3 second title that says 'Full', one scene, navy and coral"


@contextmanager
def full_disk(server: ServerProcess) -> Iterator[None]:
    """Whatever the server wants to write to a file fails."""
    soft, hard = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (soft, hard))


async def ready(server: ServerProcess, *, status: int) -> dict[str, str]:
    """Wait until the server says so; returns its reasons."""
    async with asyncio.timeout(PATIENCE_S), aiohttp.ClientSession() as session:
        while True:
            async with session.get(f"{server.url}/readyz") as response:
                reasons: dict[str, str] = (await response.json())["reasons"]
                if response.status == status:
                    return reasons


async def say(server: ServerProcess, project: str, key: str) -> tuple[int, str | None]:
    """Post a message under a key; returns the status, and how long to wait."""
    headers = {"Authorization": f"Bearer {server.token}", "Idempotency-Key": key}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.url}/api/projects/{project}/messages", json={"content": PROMPT}, headers=headers) as it,
    ):
        return it.status, it.headers.get("Retry-After")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process")
async def test_on_a_full_disk_work_waits_and_goes_on_by_itself_when_there_is_room(tmp_path: Path) -> None:
    async with (
        ServerProcess(tmp_path) as server,
        server.client() as client,
        await Watch.of_new_project(client) as watch,
    ):
        await watch.say(PROMPT)
        with full_disk(server):
            assert "store: writing" in await ready(server, status=503)
            assert await say(server, watch.project, "k") == (503, "1")
            assert (await client.get(f"/api/projects/{watch.project}"))["project"] == watch.project
        assert await ready(server, status=200) == {}
        progress = await watch.until_over()
        assert set(progress.ended.values()) == {"completed"}
        assert progress.jobs
        assert (await say(server, watch.project, "k"))[0] == 202
        assert len((await client.get(f"/api/projects/{watch.project}"))["messages"]) == 4
    assert "restart" not in (tmp_path / "server.log").read_text()
