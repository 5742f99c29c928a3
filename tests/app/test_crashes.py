"""kill -9 in the middle of everything: what was acknowledged goes on, and nobody pays or hears twice."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from drills.evidence import Evidence, Place, faults, stored_events
from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from drills.watching import Watch
from tests.app.drafts import BIG, SLOW, writes

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

PROMPT = "A 3 second title that says '{}', one scene, navy and coral"
MOST_TRIES = 8


@dataclass
class Crashing:
    """A Bazaar in a process, the model it asks, and a client that stays through its deaths."""

    data: Path
    model: ModelServer
    server: ServerProcess
    watch: Watch
    asked_before: int = 0

    async def die(self) -> Evidence:
        """Killed; returns what the database says of that moment."""
        await self.server.kill()
        self.asked_before = len(self.model.asked)
        return Evidence.of(self.data)

    async def goes_on(self, before: Evidence) -> Evidence:
        """Started again and left alone: everything ends well, nothing is lost, paid twice or heard twice."""
        await self.server.start()
        progress = await self.watch.until_over()
        assert set(progress.ended.values()) == {"completed"}
        assert progress.jobs
        assert [heard.name for heard in self.watch.heard].count("snapshot") == 1
        after = Evidence.of(self.data)
        assert after.lost_since(before) == []
        assert before.paid_twice(self.model.asked[self.asked_before :]) == []
        assert list(faults(self.watch.told(), stored_events(self.data, self.watch.project))) == []
        return after


@asynccontextmanager
async def crashing(data: Path, model: ModelServer) -> AsyncIterator[Crashing]:
    async with (
        model,
        ServerProcess(data, settings=model.settings) as server,
        server.client() as client,
        await Watch.of_new_project(client) as watch,
    ):
        yield Crashing(data, model, server, watch)


async def test_an_answer_that_was_streaming_is_asked_for_again_and_nothing_else_is(tmp_path: Path) -> None:
    async with crashing(tmp_path, ModelServer(pace=4)) as it:
        turn = await it.watch.say(PROMPT.format("Stream"))
        await it.watch.until("message.delta")
        before = await it.die()
        assert before.under_way == {(turn, "ask", 0)}
        await it.goes_on(before)
        assert it.model.asked.count(it.model.asked[0]) == 2
        assert len(it.model.asked) == len(set(it.model.asked)) + 1


async def test_a_build_that_was_cut_off_is_done_again_without_asking_the_model(tmp_path: Path) -> None:
    async with crashing(tmp_path, ModelServer(script=writes(BIG))) as it:
        met: list[Place] = []
        tries = count(1)
        while not met:
            number = next(tries)
            assert number <= MOST_TRIES, "none of the kills met a build"
            await it.watch.say(PROMPT.format(f"Build {number}"))
            await it.watch.until("component.build.start")
            before = await it.die()
            met = before.steps_under_way("build")
            assert all((build.job, "generate", 0) in before.replies for build in met)
            await it.goes_on(before)


async def test_a_validation_that_was_cut_off_is_done_again_without_building_again(tmp_path: Path) -> None:
    async with crashing(tmp_path, ModelServer(script=writes(SLOW))) as it:
        await it.watch.say(PROMPT.format("Validation"))
        await it.watch.until("component.validate.start")
        before = await it.die()
        [validation] = before.steps_under_way("validate")
        assert (validation.job, "build", 0) in before.replies
        after = await it.goes_on(before)
        assert (validation.job, "publish", 0) in after.replies
        names = [name for _, name, _ in stored_events(tmp_path, it.watch.project)]
        assert names.count("component.build.complete") == 1
        assert len(it.model.asked) == len(set(it.model.asked))


async def test_a_message_is_answered_that_was_acknowledged_just_before_the_crash(tmp_path: Path) -> None:
    async with crashing(tmp_path, ModelServer()) as it:
        turn = await it.watch.say(PROMPT.format("Commit"))
        before = await it.die()
        assert before.jobs[turn] in {"queued", "running"}
        await it.goes_on(before)
