"""The whole of it, in a process of its own: several clients at once, and how it stops."""

import signal
from pathlib import Path

import pytest

from drills.evidence import Evidence, faults, stored_events
from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from drills.watching import Watch
from tests.app.drafts import SLOW, writes

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

PROMPT = "A 6 second teaser for 'Nimbus', two scenes, navy and coral"
PROMISED_STOP_S = 5.0


async def test_clients_see_the_same_live_and_one_that_leaves_stops_nothing(tmp_path: Path) -> None:
    async with ServerProcess(tmp_path) as server, server.client() as client, server.client() as other:
        async with await Watch.of_new_project(client) as staying, Watch(other, staying.project) as third:
            async with Watch(other, staying.project) as leaving:
                await staying.say(PROMPT)
                await leaving.until("component.generate.complete")
            progress = await staying.until_over()
            assert sorted(progress.ended.values()) == ["completed"] * 3
            await third.until_number(staying.told()[-1][0])
        assert third.told() == staying.told()
        assert leaving.told() == staying.told()[: len(leaving.told())]
        assert list(faults(staying.told(), stored_events(tmp_path, staying.project))) == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
async def test_stops_in_order_in_the_middle_of_a_job_which_then_goes_on(tmp_path: Path, how: signal.Signals) -> None:
    async with (
        ModelServer(script=writes(SLOW)) as model,
        ServerProcess(tmp_path, settings=model.settings) as server,
        server.client() as client,
        await Watch.of_new_project(client) as watch,
    ):
        await watch.say("A 3 second title that says 'Stop', one scene")
        await watch.until("component.validate.start")
        assert await server.stop(how, within_s=PROMISED_STOP_S) == 0
        assert not (tmp_path / "server.json").exists()
        before = Evidence.of(tmp_path)
        assert before.steps_under_way("validate")
        await server.start()
        assert set((await watch.until_over()).ended.values()) == {"completed"}
        assert Evidence.of(tmp_path).lost_since(before) == []
        assert before.paid_twice(model.asked[sum(before.paid.values()) :]) == []
