import asyncio
import logging

import pytest

from pipeline.events import JobResumed
from pipeline.ids import ProjectId
from server.streams.admission import ADMISSION
from storage.errors import StoreUnavailableError
from tests.server.blocks import stream
from tests.server.living import PROJECT, Site
from tests.server.streams.asked import events_of, until_left, until_live
from tests.server.ticking import until

pytestmark = pytest.mark.anyio


async def test_no_task_is_kept_for_a_stream_that_is_live(site: Site) -> None:
    site.begin()
    before = asyncio.all_tasks()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.live()
        await until(lambda: asyncio.all_tasks() == before)
        site.happen(JobResumed())
        assert (await blocks.event()).seq == 4


async def test_everything_is_given_back_when_the_client_leaves(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.live()
    await until_left(site.hub, 0)
    assert (len(site.app[ADMISSION]), site.hub.connections) == (0, set())


@pytest.mark.parametrize("error", [StoreUnavailableError("no"), ValueError("a fault of ours")])
async def test_one_that_cannot_be_caught_up_is_sent_away_to_come_back_with_its_cursor(
    site: Site, error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise error

    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.live()
        await until_live(site.hub, 1)
        monkeypatch.setattr(site.reader, "frames_after", broken)
        with caplog.at_level(logging.INFO):
            site.hub.catch_up()
            assert await asyncio.wait_for(blocks.response.content.read(), 30) == b""
    await until_left(site.hub, 0)
    assert [record.exc_info is None for record in caplog.records if record.name.endswith("stay")] == [
        isinstance(error, StoreUnavailableError)
    ]


async def test_a_stream_that_could_not_be_opened_takes_no_place(site: Site) -> None:
    async with site.session.get(events_of(site, ProjectId("project_x"))) as response:
        assert response.status == 404
    assert len(site.app[ADMISSION]) == 0
    assert PROJECT not in {client.project for client in site.hub.clients()}
