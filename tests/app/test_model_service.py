"""The model service in the running product: what a person hears when a model fails, is changed, or has spent enough."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from app.making.client import Client, Heard
from drills.server_process import ServerProcess
from drills.watching import Watch
from pipeline.tools import SPECS
from tests.actors.llm.faulty import Call, FaultyServer, Script, chunk, refuses, says, stalls, usage

pytestmark = pytest.mark.slow
ENDS = {"job.complete", "job.failed"}
GONE: Script = refuses(404, {"error": {"message": "no such model", "type": "invalid_request_error"}})


@pytest.fixture
def vendor() -> Iterator[FaultyServer]:
    server = FaultyServer()
    yield server
    server.close()


@asynccontextmanager
async def serving(data: Path, vendor: FaultyServer, **settings: str) -> AsyncIterator[tuple[ServerProcess, Client]]:
    named = {"OPENAI_BASE_URL": vendor.base_url, "OPENAI_API_KEY": "none", "BAZAAR_MODEL": "first", **settings}
    async with ServerProcess(data, settings=named) as server, server.client() as client:
        yield server, client


@asynccontextmanager
async def said(client: Client, content: str = "Hello") -> AsyncIterator[Watch]:
    """A new project that is listened to, and its first message, said after that: what ends at once is heard too."""
    async with await Watch.of_new_project(client) as watch:
        await watch.say(content)
        yield watch


async def grant(server: ServerProcess, project: str) -> None:
    """A million tokens, for this project alone."""
    url, headers = f"{server.url}/api/projects/{project}/budget", {"Authorization": f"Bearer {server.token}"}
    async with aiohttp.request("PUT", url, headers=headers, json={"tokens": 1_000_000}) as answer:
        assert answer.status == 200


def the(told: list[Heard], name: str) -> Heard:
    return next(heard for heard in told if heard.name == name)


def test_a_stream_that_stalls_is_cut_withdrawn_and_begun_anew(tmp_path: Path, vendor: FaultyServer) -> None:
    async def stalls_once(call: Call) -> None:
        vendor.script = says("The whole ", "answer.")
        await stalls(call)

    async def run() -> list[Heard]:
        vendor.script = stalls_once
        async with (
            serving(tmp_path / "data", vendor, BAZAAR_MODEL_READ_TIMEOUT_S="0.3") as (_, client),
            said(client) as watch,
        ):
            await watch.until(*ENDS)
            return watch.heard

    told = asyncio.run(run())
    names = [heard.name for heard in told]
    assert names.index("job.retry.scheduled") < names.index("message.reset") < names.index("message.complete")
    assert the(told, "message.complete").data["content"] == "The whole answer."
    assert told[-1].name == "job.complete"


def test_another_model_is_told_stored_and_paid_for(tmp_path: Path, vendor: FaultyServer) -> None:
    async def only_the_second(call: Call) -> None:
        await (says("From the second.") if call.asked["model"] == "second" else GONE)(call)

    async def run() -> tuple[list[Heard], dict[str, object]]:
        vendor.script = only_the_second
        async with (
            serving(tmp_path / "data", vendor, BAZAAR_FALLBACK_MODELS="second") as (_, client),
            said(client) as watch,
        ):
            await watch.until(*ENDS)
            return watch.heard, await client.get(f"/api/jobs/{watch.turn}/usage")

    told, usage = asyncio.run(run())
    fallback = the(told, "model.fallback")
    assert (fallback.data["model"], fallback.data["instead"], fallback.data["code"]) == (
        "first",
        "second",
        "model.unknown",
    )
    assert fallback.id
    assert told[-1].name == "job.complete"
    calls = usage["calls"]
    assert isinstance(calls, list)
    assert [(call["model"], call["outcome"]) for call in calls] == [("first", "model.unknown"), ("second", "answered")]


def test_a_project_stops_at_its_budget_and_goes_on_with_a_larger_one(tmp_path: Path, vendor: FaultyServer) -> None:
    async def run() -> tuple[Heard, int, Heard]:
        vendor.script = says("Hello")
        async with (
            serving(tmp_path / "data", vendor, BAZAAR_PROJECT_BUDGET_TOKENS="100") as (server, client),
            said(client) as watch,
        ):
            stopped = await watch.until(*ENDS)
            asked = vendor.calls.qsize()
            await grant(server, watch.project)
            await client.post(f"/api/jobs/{watch.turn}/resume", {})
            return stopped, asked, await watch.until(*ENDS)

    stopped, asked, ended = asyncio.run(run())
    assert stopped.data["error"]["code"] == "budget.project"
    assert stopped.data["error"]["user_can_act"]
    assert (asked, ended.name) == (0, "job.complete")


def test_a_plan_that_does_not_add_up_is_corrected_before_the_person_hears_of_an_end(
    tmp_path: Path, vendor: FaultyServer
) -> None:
    told, stored = asyncio.run(_planned(tmp_path, vendor, plans(9, 9), plans(4, 8), says("Planned.")))
    names = [heard.name for heard in told]
    assert [name for name in names if name.startswith(("tool.", "plan."))] == [
        *("tool.start", "tool.error"),
        *("tool.start", "plan.created", "tool.complete"),
    ]
    assert "add up" in str(the(told, "tool.error").data["message"])
    assert [scene["duration_frames"] for scene in stored["scenes"]] == [120, 240]
    calls = [vendor.calls.get_nowait().asked for _ in range(vendor.calls.qsize())]
    asked = [ask for ask in calls if "tools" in ask]  # the components' authors may ask before the turn has ended
    assert [len(ask["tools"]) for ask in asked] == [len(SPECS), 1, len(SPECS)]
    assert "was corrected before it held" in str(asked[-1]["messages"][-1]["content"])


async def _planned(data: Path, vendor: FaultyServer, *answers: Script) -> tuple[list[Heard], dict[str, Any]]:
    """What was heard until the turn ended, and the project then; components are asked for and not waited for."""
    left = list(answers)

    async def of_the_turn(call: Call) -> None:
        await (left.pop(0) if left and "tools" in call.asked else stalls)(call)

    vendor.script = of_the_turn
    async with serving(data, vendor) as (_, client), said(client, "12 seconds, two scenes") as watch:
        await watch.until(*ENDS)
        return watch.heard, await client.get(f"/api/projects/{watch.project}")


def plans(*seconds: float) -> Script:
    """A plan of scenes so long, for a video of 12 seconds."""
    scenes = [{"name": f"S{each}", "description": "a title", "duration_seconds": each} for each in seconds]
    asked = json.dumps({"title": "A", "total_seconds": 12, "scenes": scenes})
    calls = [{"index": 0, "id": "call_1", "type": "function", "function": {"name": "plan_scenes", "arguments": asked}}]

    async def answer(call: Call) -> None:
        await call.send(chunk(calls=calls), chunk(finish="tool_calls"), usage())
        await call.write(b"data: [DONE]\n\n")

    return answer
