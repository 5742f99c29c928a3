import asyncio
import signal
import threading
from pathlib import Path

import pytest

from actors.messages import BUILD_WORKER, INSPECTOR, JOURNAL, LLM, ORCHESTRATOR, TOOL_EXECUTOR
from actors.runtime import Actor, ActorSystem, ChildSpec, Supervisor
from app.settling import settle
from drills.evidence import Evidence
from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from drills.watching import Watch
from tests.app.drafts import SLOW, writes

PATIENCE_S = 30.0
NAMES = (JOURNAL, LLM, TOOL_EXECUTOR, BUILD_WORKER, INSPECTOR, ORCHESTRATOR)


class Hand(Actor):
    """Has each message in hand until it may let go."""

    def __init__(self, taken: threading.Semaphore, may_end: threading.Event) -> None:
        self._taken = taken
        self._may_end = may_end

    def on_receive(self, _: object) -> None:
        self._taken.release()
        self._may_end.wait(PATIENCE_S)


class Shop:
    """A system whose LLM has one message in hand and one waiting."""

    def __init__(self) -> None:
        self.taken, self.may_end, self.hurried = threading.Semaphore(0), threading.Event(), threading.Event()
        self.system = ActorSystem()
        self.supervisor = Supervisor(
            self.system, [ChildSpec(name, lambda: Hand(self.taken, self.may_end)) for name in NAMES]
        )
        self.supervisor.start()
        for _ in range(2):
            self.system.address(LLM).tell("work")
        assert self.taken.acquire(timeout=PATIENCE_S)

    def close(self) -> None:
        self.may_end.set()
        self.supervisor.stop(PATIENCE_S)
        self.system.stop()


def test_what_is_in_hand_may_end_and_what_waits_is_left() -> None:
    shop = Shop()
    threading.Timer(0.1, shop.may_end.set).start()
    assert settle(shop.system, PATIENCE_S, shop.hurried)
    books = shop.system.statistics().mailboxes[LLM]
    assert (books.handled, books.waiting) == (1, 1)
    shop.close()


def test_the_limit_ends_the_wait() -> None:
    shop = Shop()
    assert not settle(shop.system, 0.05, shop.hurried)
    shop.close()


def test_somebody_in_a_hurry_ends_the_wait() -> None:
    shop = Shop()
    threading.Timer(0.1, shop.hurried.set).start()
    assert not settle(shop.system, PATIENCE_S, shop.hurried)
    shop.close()


@pytest.mark.anyio
@pytest.mark.slow
async def test_a_step_in_hand_is_recorded_before_the_stop_and_not_asked_again(tmp_path: Path) -> None:
    async with (
        ModelServer(script=writes(SLOW)) as model,
        ServerProcess(tmp_path, settings={**model.settings, "BAZAAR_STOP_S": "30"}) as server,
        server.client() as client,
        await Watch.of_new_project(client) as watch,
    ):
        await watch.say("A 3 second title that says 'Stop', one scene, navy and coral")
        async with asyncio.timeout(PATIENCE_S):
            await watch.until("component.build.start")
        assert await server.stop(signal.SIGTERM, within_s=PATIENCE_S) == 0
        before, asked = Evidence.of(tmp_path), len(model.asked)
        await server.start()
        progress = await watch.until_over()
        assert set(progress.ended.values()) == {"completed"}
        assert Evidence.of(tmp_path).lost_since(before) == []
        assert before.paid_twice(model.asked[asked:]) == []
