import asyncio
import threading
from pathlib import Path

import pytest

from actors.messages import JOURNAL, ORCHESTRATOR, TOOL_EXECUTOR
from actors.runtime.hand import Hand
from app.bazaar import Bazaar
from app.engine import Engine
from app.making.client import Client, RefusedError
from app.settings import Settings
from drills.watching import Watch
from storage.reader import Reader
from storage.trail import Trail

pytestmark = [pytest.mark.anyio, pytest.mark.slow]
PATIENCE_S = 30.0
PROMPT = "A 2 second title that says 'Nimbus', one scene"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    named = {"BAZAAR_DATA": tmp_path, "BAZAAR_PORT": 0, "BAZAAR_DEMO_PACE": 0, "BAZAAR_HOST": "127.0.0.1"}
    return Settings.model_validate(named)


def use_up_the_restarts(engine: Engine) -> None:
    """Send what no actor takes, to one that dies of it in each of its lives."""
    listening = Hand("test", 1, "test")
    engine.system.watchers.watch(TOOL_EXECUTOR, engine.system.address("test"))
    for _ in range(6):
        engine.system.address(TOOL_EXECUTOR).tell("poison")
    fallen, rouse = 0, threading.Event()
    while fallen < 6:
        fallen += len(engine.system.mailbox("test").take_now(listening, 6, rouse.set))
        assert fallen == 6 or rouse.wait(PATIENCE_S), f"it fell {fallen} times"
        rouse.clear()
    engine.supervisor.stop(PATIENCE_S)  # behind the last fall


async def test_the_server_outlives_its_actors_says_so_and_starts_them_again(settings: Settings) -> None:
    async with Bazaar(settings) as bazaar, Client(bazaar.url, bazaar.token) as client:
        await asyncio.to_thread(use_up_the_restarts, bazaar.engine)
        assert bazaar.engine.readiness() == {
            TOOL_EXECUTOR: "its restarts are used up; start the actors again, or Bazaar"
        }
        with pytest.raises(RefusedError):
            await client.get("/readyz")
        assert await client.get("/healthz")
        await asyncio.to_thread(bazaar.engine.start_again)
        assert await client.get("/readyz") == {"reasons": {}}
        async with await Watch.of_new_project(client) as watch:
            await watch.say(PROMPT)
            progress = await watch.until_over()
            assert list(progress.ended.values()) == ["completed"] * 2, str(progress.errors)


async def test_what_was_decided_is_stored_and_also_what_could_not_be_when_it_happened(settings: Settings) -> None:
    async with Bazaar(settings) as bazaar:
        bazaar.engine.supervisor.restart(ORCHESTRATOR, "a test")
        await asyncio.to_thread(bazaar.engine.supervisor.stop, PATIENCE_S)
        bazaar.engine.system.address(JOURNAL).tell("too late")
    kept = Trail(settings.data / "records.jsonl").set_aside()
    assert {record["kind"] for record in kept} == {"NoteDecision", "NoteDeadLetter"}
    async with Bazaar(settings) as bazaar:
        reader = Reader(bazaar.settings.data)
        assert [decision.rule for decision in reader.decisions(10)] == ["asked for: a test"]
        letters = [(letter.address, letter.reason, letter.message) for letter in reader.dead_letters(10)]
        assert (JOURNAL, "stopped", '{"": "too late"}') in letters
        reader.close()
