"""The whole pipeline with a failure at each step in turn, then a resume over HTTP: only what is missing is done."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from actors.messages import ORCHESTRATOR, AttemptFailed, Perform, Sending
from actors.orchestrator import core, doorman
from actors.orchestrator.dispatch import sending
from app.bazaar import Bazaar
from app.making.client import Client
from app.settings import Settings
from drills.model_server import ModelServer
from drills.watching import Watch
from pipeline.failures import ErrorClass, ErrorContext
from pipeline.ids import JobId
from pipeline.replay import Key
from tests.app.drafts import PLAIN, writes

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

STEPS = ("recall", "ask", "plan", "generate", "build", "repair", "validate", "publish", "inspect")
PATIENCE_S = 50.0
BROKEN = PLAIN.replace("return (", "return ((")
"""Nobody but the model can mend it."""

REFUSED = ErrorContext(code="induced", error_class=ErrorClass.POLICY, message="The test wants it to fail.")


@dataclass
class Sabotage:
    """Stands where work is sent: the first of the wanted step fails for good, and everything sent is counted."""

    step: str = ""
    failed: Perform | None = None
    sent: Counter[tuple[JobId, Key]] = field(default_factory=Counter)

    def aim(self, step: str) -> None:
        self.step, self.failed = step, None
        self.sent.clear()

    def sending(self, work: Perform) -> Sending:
        self.sent[work.job, work.key] += 1
        if work.key.step != self.step or self.failed:
            return sending(work)
        self.failed = work
        context = REFUSED.model_copy(update={"step": work.key.step, "attempt": work.attempt})
        return Sending(ORCHESTRATOR, AttemptFailed(work.job, work.epoch, work.key, work.attempt, context))


@pytest.fixture
def sabotage(monkeypatch: pytest.MonkeyPatch) -> Sabotage:
    saboteur = Sabotage()
    for place in (core, doorman):
        monkeypatch.setattr(place, "sending", saboteur.sending)
    return saboteur


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[Client]:
    """A Bazaar whose model writes what is refused, and mends it when it is told."""
    first_drafts = writes(BROKEN, wanted=lambda said: '"task": "repair"' not in said)
    async with ModelServer(script=first_drafts) as model:
        asked = model.settings
        named = {"BAZAAR_DATA": folder, "BAZAAR_PORT": 0, "BAZAAR_HOST": "127.0.0.1", "BAZAAR_INSPECT": False, **asked}
        settings = Settings.model_validate(named)
        async with Bazaar(settings) as bazaar, Client(bazaar.url, bazaar.token) as client:
            yield client


async def test_wherever_it_failed_a_resume_does_only_what_is_missing(tmp_path: Path, sabotage: Sabotage) -> None:
    async with running(tmp_path) as client:
        for step in STEPS:
            sabotage.aim(step)
            async with asyncio.timeout(PATIENCE_S):
                await fails_and_goes_on(client, sabotage)


async def fails_and_goes_on(client: Client, sabotage: Sabotage) -> None:
    async with await Watch.of_new_project(client) as watch:
        await watch.say(f"A 2 second title that says '{sabotage.step}', one scene, navy and coral")
        told = await watch.until("job.failed")
        job = str(told.data["job"])
        assert sabotage.failed is not None, sabotage.step
        assert (told.data["step"], told.data["error"]["code"]) == (sabotage.step, "induced")
        heard = {(one["step"], one["ordinal"]) for one in await checkpoints(client, job) if one["heard"]}
        await client.post(f"/api/jobs/{job}/resume", {})
        resumed = (await watch.until("job.resumed")).data  # the answer may be read when all is done already
        last = told.data.get("last_successful_step")
        assert (resumed["job"], resumed.get("last_successful_step"), resumed.get("forgotten", [])) == (job, last, [])
        progress = await watch.until_over()
        assert set(progress.ended.values()) == {"completed"}, (sabotage.step, progress.ended)
    again = {key: times for (name, key), times in sabotage.sent.items() if name == job and times > 1}
    assert again == {sabotage.failed.key: 2}, sabotage.step
    assert not heard & again.keys(), sabotage.step


async def checkpoints(client: Client, job: str) -> list[dict[str, object]]:
    return list((await client.get(f"/api/jobs/{job}"))["checkpoints"])
