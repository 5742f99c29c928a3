from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession

from app.bazaar import Bazaar
from app.incident import FORMAT
from app.making.client import Client
from app.settings import Settings

pytestmark = [pytest.mark.anyio, pytest.mark.slow]


@pytest.fixture
async def bazaar(tmp_path: Path) -> AsyncIterator[Bazaar]:
    named = {"BAZAAR_DATA": tmp_path, "BAZAAR_PORT": 0, "BAZAAR_DEMO_PACE": 0, "BAZAAR_HOST": "127.0.0.1"}
    async with Bazaar(Settings.model_validate(named)) as running:
        yield running


async def test_the_console_of_a_running_system_shows_it_and_keeps_what_is_done(bazaar: Bazaar) -> None:
    async with Client(bazaar.url, bazaar.operator_token) as client:
        seen = await client.get("/console/api/snapshot")
        assert (seen["up"], seen["troubles"], seen["total"]["balance"]) == (True, {}, 0)
        assert {"journal", "llm", "orchestrator"} <= {child["name"] for child in seen["children"]}
        await client.post("/console/api/actors/inspector/restart", {"reason": "a test"})
    async with Client(bazaar.url, bazaar.token) as client:
        await client.post("/api/projects", {})  # stored behind the action
    assert "action" in [record.shown()["kind"] for record in bazaar.engine.records.log.after(0)]
    (action,) = bazaar.reader.actions(10)
    assert (action.action, action.target, action.reason, action.outcome) == ("restart", "inspector", "a test", "done")


async def test_the_printed_address_opens_the_console(bazaar: Bazaar) -> None:
    async with ClientSession() as session, session.get(bazaar.console_url, allow_redirects=False) as response:
        assert (response.status, response.headers["Location"]) == (303, "/console/")


async def test_how_it_is_and_everything_that_is_known_can_be_taken_away(bazaar: Bazaar) -> None:
    async with Client(bazaar.url, bazaar.token) as client:
        await client.post("/api/projects", {})
    async with Client(bazaar.url, bazaar.operator_token) as client:
        health = await client.get("/console/api/health")
        assert (health["ledger"]["imbalanced"], health["database"]["rows"]["project"]) == ([], 1)
        assert {server["circuit"] for server in health["models"]} == {"unknown"}
        assert health["process"]["threads"] > 1
        incident = await client.get("/console/api/incident?reason=a+test")
        assert (incident["format"], incident["reason"], incident["jobs"]) == (FORMAT, "a test", [])
        assert incident["versions"]["api"] == health["process"]["version"]
        assert incident["states"]["journal"]["source"] in {"asked", "read"}
        assert bazaar.token not in str(incident)
        assert bazaar.operator_token not in str(incident)
