import asyncio
import json
import subprocess
from typing import Any

import pytest

from app.setup.node_packages import node
from app.setup.places import here
from pipeline.events import (
    ComponentBuildError,
    ComponentBuildStart,
    JobFailed,
    MessageComplete,
    SceneMoved,
    ToolComplete,
    ToolStart,
)
from pipeline.failures import ErrorContext
from pipeline.ids import SceneId
from pipeline.jobs import JobStatus
from tests.server.blocks import Blocks, stream
from tests.server.living import Site
from tests.server.streams.asked import ANSWER, cursor, events_of, say, until_live

pytestmark = pytest.mark.anyio

SCENE = SceneId("s")
AG_UI = {"format": "ag-ui"}
HAPPENED = (
    MessageComplete(message=ANSWER, content="Planning", round=0, final=True, attempt=1),
    ToolStart(call="c", name="plan_scenes"),
    ToolComplete(call="c", name="plan_scenes", summary="planned"),
    ComponentBuildStart(scene=SCENE, percent=3),
    ComponentBuildError(scene=SCENE, percent=4, findings=()),
    SceneMoved(scene_id=SCENE, order=(SCENE,)),
)
FAILED = JobFailed(error=ErrorContext(code="model.cut", message="It broke off."), last_successful_step=None)
TEXT = ("TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_END")
TOOL = ("TOOL_CALL_START", "TOOL_CALL_END", "TOOL_CALL_RESULT")
STEP = ("STEP_STARTED", "STEP_FINISHED")


def unfit(events: list[Any]) -> object:
    """Those that AG-UI's own schemas do not take."""
    places, lines = here(), "\n".join(map(json.dumps, events))
    words: list[str] = [str(node(places)), "drills/ag-ui.ts"]
    done = subprocess.run(words, cwd=places.web, input=lines, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


async def followed(site: Site) -> Blocks:
    """What a client of AG-UI hears of a little of everything, up to a failure."""
    async with stream(site.session, events_of(site), params=AG_UI) as blocks:
        await until_live(site.hub, 1)
        say(site, 0, "Planning")
        site.happen(*HAPPENED)
        site.happen(FAILED, status=JobStatus.FAILED)
        while not blocks.seen or (blocks.seen[-1].data or {}).get("name") != "job.failed":
            await blocks.next()
    return blocks


async def test_a_client_of_ag_ui_can_follow_a_project(site: Site) -> None:
    site.begin()
    blocks = await followed(site)
    told = [block.data for block in blocks.seen if block.data]
    kinds = [event["type"] for event in told]
    assert kinds[0] == "STATE_SNAPSHOT"
    assert [kind for kind in kinds if kind not in {"STATE_SNAPSHOT", "CUSTOM"}] == [*TEXT, *TOOL, *STEP, "RUN_ERROR"]
    assert blocks.last_id == cursor(site, 10)
    assert await asyncio.to_thread(unfit, told) == []


async def test_what_is_no_ag_ui_would_be_found(site: Site) -> None:
    site.begin()
    assert await asyncio.to_thread(unfit, [{"type": "RUN_STARTED"}]) != []


async def test_it_resumes_by_the_same_ids(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site), params={**AG_UI, "after": cursor(site, 2)}) as blocks:
        assert (await blocks.next()).retry
        assert (await blocks.next()).id == cursor(site, 2)
        run = await blocks.next()
    assert (run.data["type"], run.id, run.event) == ("RUN_STARTED", cursor(site, 3), None)


async def test_a_format_that_nobody_knows_is_refused(site: Site) -> None:
    site.begin()
    async with site.session.get(events_of(site), params={"format": "morse"}) as response:
        assert (response.status, (await response.json())["code"]) == (422, "request.invalid")
