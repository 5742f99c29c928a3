"""A key is used and never seen: not in the data folder, the log, an event, an error, a transcript, or a child."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from drills.server_process import ServerProcess
from drills.watching import Watch
from tests.actors.llm.faulty import Call, FaultyServer, Script, raw, refuses

KEY = "sk-proj-0123456789abcdefTHE-KEY-OF-TESTS"
OTHER = "a key of+another/shape that looks like none"


@pytest.fixture
def vendor() -> Iterator[FaultyServer]:
    server = FaultyServer()
    yield server
    server.close()


def telling(key: str) -> Script:
    """A vendor that says the key back, first in a refusal and then in the middle of a stream."""
    said = f"Incorrect API key provided: {key}. You can find yours elsewhere."
    asked: list[Call] = []

    async def answer(call: Call) -> None:
        assert call.key == key
        asked.append(call)
        error = {"error": {"message": said, "type": "invalid_request_error", "code": "invalid_api_key"}}
        if len(asked) == 1:
            await refuses(401, error, {"X-Key": key})(call)
        else:
            await raw(b'data: {"error": {"message": "%s", "type": "insufficient_quota"}}\n\n' % said.encode())(call)

    return answer


@pytest.mark.slow
@pytest.mark.parametrize("key", [KEY, OTHER])
def test_after_two_failures_the_key_is_nowhere(tmp_path: Path, vendor: FaultyServer, key: str) -> None:
    vendor.script = telling(key)
    told, environments = asyncio.run(a_failing_run(tmp_path / "data", vendor.base_url, key))
    assert told.count("job.failed") == 2
    assert "model.bad-key" in told
    assert "model.no-credit" in told
    assert key not in told
    assert [one for one in environments if key.encode() in one] == []
    kept = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert [path for path in kept if key.encode() in path.read_bytes()] == []
    assert any(b"model.bad-key" in path.read_bytes() for path in kept)


async def a_failing_run(data: Path, base_url: str, key: str) -> tuple[str, list[bytes]]:
    """All that was told of a turn that fails twice, and the environments of the server's children."""
    settings = {"OPENAI_BASE_URL": base_url, "OPENAI_API_KEY": key}
    async with ServerProcess(data, settings=settings) as server, server.client() as client:
        async with await Watch.of_new_project(client) as watch:
            job = await watch.say("a teaser")
            await watch.until("job.failed")
            await client.post(f"/api/jobs/{job}/resume", {})
            await watch.until("job.failed")
        told = "".join(f"{heard.name} {heard.text}\n" for heard in watch.heard)
        told += str(await client.get(f"/api/jobs/{job}/attempts")) + str(await client.get(f"/api/jobs/{job}/usage"))
        environments = environments_below(server.pid)
        await server.stop()
    return told, environments


def environments_below(pid: int) -> list[bytes]:
    """The environments of all children, where the system shows them."""
    found: list[bytes] = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in listed.read_text().split():
            found.append(Path(f"/proc/{child}/environ").read_bytes())
            found += environments_below(int(child))
    return found
