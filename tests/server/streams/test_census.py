import pytest

from pipeline.events import JobResumed
from server.streams.census import StreamList
from tests.server.asking import get
from tests.server.blocks import stream
from tests.server.living import PROJECT, Site
from tests.server.ticking import until

pytestmark = pytest.mark.anyio


async def test_says_who_listens_how_far_each_was_sent_and_how_far_that_is_behind(site: Site) -> None:
    site.begin()
    address = f"{site.url}/api/projects/{PROJECT}/events"
    async with stream(site.session, address, params={"client": "tab"}) as blocks:
        await blocks.live()
        [here] = StreamList.model_validate((await get(site, "/api/streams")).json).open
        assert (here.stream, here.project, here.state, here.lag) == ("tab", PROJECT, "live", 0)
        assert here.last_event_id == f"{site.journal.epoch}.3"
    await until(lambda: not site.hub.clients())
    site.happen(JobResumed(), JobResumed())
    left = StreamList.model_validate((await get(site, "/api/streams")).json)
    assert left.open == ()
    [past] = left.noted
    assert (past.stream, past.last_event_id, past.lag) == ("tab", f"{site.journal.epoch}.3", 2)
