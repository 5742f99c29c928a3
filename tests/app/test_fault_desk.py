"""Faults on a running system: each hits, is told of, and leaves a job that comes to its end."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from app.bazaar import Bazaar
from app.making.client import Client
from app.settings import Settings
from drills.watching import Watch
from tests.app.told import fields_of
from tests.threads import ended

pytestmark = [pytest.mark.anyio, pytest.mark.slow]
WHY: dict[str, object] = {"reason": "a test"}
PROMPT = "A 2 second title that says 'Nimbus', one scene"


@pytest.fixture
async def bazaar(tmp_path: Path) -> AsyncIterator[Bazaar]:
    named = {"BAZAAR_DATA": tmp_path, "BAZAAR_PORT": 0, "BAZAAR_DEMO_PACE": 0, "BAZAAR_HOST": "127.0.0.1"}
    async with Bazaar(Settings.model_validate({**named, "BAZAAR_INSPECT": False})) as running:
        yield running


async def made(bazaar: Bazaar) -> list[str]:
    """A small video; how its jobs ended."""
    async with Client(bazaar.url, bazaar.token) as client, await Watch.of_new_project(client) as watch:
        await watch.say(PROMPT)
        return await ends(watch)


async def ends(watch: Watch) -> list[str]:
    """How the two jobs of a small video ended."""
    progress = await watch.until_over()
    assert not progress.errors
    return list(progress.ended.values())


async def broken(bazaar: Bazaar, **fault: object) -> dict[str, Any]:
    """A video while a fault is on; the fault when it is off again."""
    async with Client(bazaar.url, bazaar.operator_token) as operator:
        begun = await operator.post("/console/api/faults", {"reason": "a test", "seconds": 60, **fault})
        assert [one["id"] for one in (await operator.get("/console/api/snapshot"))["faults"]] == [begun["id"]]
        assert await made(bazaar) == ["completed"] * 2
        return await operator.post(f"/console/api/faults/{begun['id']}/end", {"reason": "a test"})


async def test_a_build_worker_that_dies_costs_one_more_attempt_and_nothing_else(bazaar: Bazaar) -> None:
    fault = await broken(bazaar, kind="build-crash", step="build", nth=1)
    (job,) = fault["blast"]["jobs"]
    assert (job["status"], job["hits"], job["again"]) == (
        "completed",
        1,
        [{"step": "build", "ordinal": 0, "attempts": 2}],
    )
    assert list(fault["blast"]["restarts"]) == [next(iter(fault["blast"]["restarts"]))]
    assert fault["blast"]["recovered_s"] is not None
    async with Client(bazaar.url, bazaar.operator_token) as operator:
        await operator.post(f"/console/api/faults/{fault['id']}/control", WHY)
        assert (await compared(operator, fault["id"]))["state"] == "same"


async def compared(operator: Client, fault: str) -> dict[str, Any]:
    """What a control run came to."""
    await ended(f"control run of {fault}")
    control: dict[str, Any] = (await operator.get(f"/console/api/faults/{fault}"))["blast"]["control"]
    return control


@pytest.mark.parametrize("kind", ["model-429", "model-500", "model-cut"])
async def test_a_models_server_that_fails_is_asked_again(bazaar: Bazaar, kind: str) -> None:
    fault = await broken(bazaar, kind=kind, step="generate", nth=1)
    assert (fault["hits"], [job["status"] for job in fault["blast"]["jobs"]]) == (1, ["completed"])
    assert fault["blast"]["jobs"][0]["again"]


async def test_a_model_that_answers_slowly_costs_time_and_nothing_else(bazaar: Bazaar) -> None:
    fault = await broken(bazaar, kind="model-slow", step="generate", nth=1, delay_s=0.05)
    (job,) = fault["blast"]["jobs"]
    assert (fault["hits"], job["status"], job["again"], job["tokens_lost"]) == (1, "completed", [], 0)
    async with Client(bazaar.url, bazaar.operator_token) as operator:
        calls = (await operator.get(f"/console/api/jobs/{job['job']}"))["calls"]
    assert calls[0]["ttft_ms"] >= 40  # the first piece has waited


async def test_a_disk_that_is_full_for_a_while_loses_nothing(bazaar: Bazaar) -> None:
    async with (
        Client(bazaar.url, bazaar.token) as client,
        Client(bazaar.url, bazaar.operator_token) as operator,
        await Watch.of_new_project(client) as watch,
    ):
        await watch.say(PROMPT)
        begun = await operator.post("/console/api/faults", {**WHY, "kind": "disk-full", "nth": 1})
        assert await ends(watch) == ["completed"] * 2
        assert (await operator.get(f"/console/api/faults/{begun['id']}"))["hits"] == 1


async def test_the_page_is_told_what_its_types_say(bazaar: Bazaar) -> None:
    fault = await broken(bazaar, kind="model-cut", step="generate", nth=1)
    async with Client(bazaar.url, bazaar.operator_token) as operator:
        (touched,) = fault["blast"]["jobs"]
        detail = await operator.get(f"/console/api/jobs/{touched['job']}")
        incident = await operator.get("/console/api/incident?reason=a+test")
        actor = await operator.get("/console/api/actors/llm")
    seen, child = incident["snapshot"], actor["child"]
    box = actor["mailbox"]
    told = {
        "Fault": fault,
        "Blast": fault["blast"],
        "TouchedJob": touched,
        "JobDetail": detail,
        "JobRow": detail["job"],
    }
    told |= {"Cost": detail["cost"], "Checkpoint": detail["checkpoints"][0], "Call": detail["calls"][0]}
    told |= {"Stretch": detail["lanes"][0], "Incident": incident, "Snapshot": seen, "Child": child, "Mailbox": box}
    told |= {"Ledger": box["ledger"], "Span": incident["spans"][0], "StoredEvent": incident["events"][0]}
    told |= {"LogRecord": incident["log"][0], "HealthReport": incident["health"]}
    assert {name: set(answer) for name, answer in told.items()} == {name: fields_of(name) for name in told}
