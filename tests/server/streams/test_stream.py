import socket
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, TCPConnector

from pipeline.events import JobProgress, JobResumed, ToolStart
from pipeline.events.wire import encode, update_frame
from pipeline.ids import JobId, ProjectId
from storage.sql import execute
from tests.server.blocks import Block, stream
from tests.server.living import BEARER, JOB, MODEL, PROJECT, Site
from tests.server.streams.asked import cursor, events_of, say, until_left, until_live

pytestmark = pytest.mark.anyio


async def test_begins_with_a_retry_and_a_snapshot_where_no_cursor_is_given(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        first, snapshot = await blocks.next(), await blocks.next()
    assert first.retry is not None
    assert 1000 <= int(first.retry) <= 3000
    assert (snapshot.event, snapshot.id) == ("snapshot", cursor(site, 3))
    assert snapshot.data["seq"] == 3
    assert snapshot.data["model"] == MODEL
    assert [message["role"] for message in snapshot.data["messages"]] == ["user", "assistant"]


async def test_goes_on_live_after_the_snapshot(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.event()
        site.happen(JobResumed(), JobResumed())
        assert [block.id for block in await blocks.events(2)] == [cursor(site, 4), cursor(site, 5)]


@pytest.mark.parametrize("had", range(6))
@pytest.mark.parametrize("by_header", [True, False])
async def test_resumes_behind_any_event_without_gap_or_double(site: Site, had: int, *, by_header: bool) -> None:
    site.begin()
    site.happen(JobResumed(), JobResumed())
    headers = {"Last-Event-ID": cursor(site, had)} if by_header else {}
    asked = {} if by_header else {"after": cursor(site, had)}
    async with stream(site.session, events_of(site), headers=headers, params=asked) as blocks:
        assert (await blocks.next()).retry
        assert await blocks.next() == Block(cursor(site, had), None, None)
        site.happen(ToolStart(call="c", name="last"))
        found = await blocks.events(6 - had)
    assert [block.seq for block in found] == list(range(had + 1, 7))


@pytest.mark.parametrize("asked", ["ffffffff.1", "{epoch}.99", "nonsense", "", "{epoch}.-1"])
async def test_sends_a_snapshot_for_a_cursor_that_means_nothing_here(site: Site, asked: str) -> None:
    site.begin()
    headers = {"Last-Event-ID": asked.format(epoch=site.journal.epoch)}
    async with stream(site.session, events_of(site), headers=headers) as blocks:
        assert (await blocks.event()).event == "snapshot"


async def test_pages_through_a_long_history(site: Site) -> None:
    site.begin()
    for _ in range(6):
        site.happen(*[JobResumed()] * 100)
    async with stream(site.session, events_of(site), params={"after": cursor(site, 0)}) as blocks:
        assert [block.seq for block in await blocks.events(603)] == list(range(1, 604))


async def test_reads_from_the_store_what_was_not_told(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.event()
        await until_live(site.hub, 1)
        site.journal.publishes = False
        site.happen(JobResumed(), JobResumed())
        site.journal.publishes = True
        site.happen(JobResumed())
        assert [block.seq for block in await blocks.events(3)] == [4, 5, 6]


async def test_what_nobody_told_is_read_from_the_store_when_there_may_be_a_gap(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.event()
        await until_live(site.hub, 1)
        await blocks.live()
        site.journal.publishes = False
        site.happen(JobResumed(), JobResumed())
        site.hub.catch_up_threadsafe()
        assert [block.seq for block in await blocks.events(2)] == [4, 5]


async def test_two_clients_see_the_same_and_one_leaving_stops_nothing(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as stays:
        async with stream(site.session, events_of(site)) as leaves:
            began = [(await blocks.event()).event for blocks in (stays, leaves)]
            site.happen(JobResumed())
            seen = [(await blocks.event()).id for blocks in (stays, leaves)]
        assert began == ["snapshot", "snapshot"]
        assert seen == [cursor(site, 4), cursor(site, 4)]
        await until_left(site.hub, 1)
        site.happen(JobResumed())
        assert (await stays.event()).seq == 5


async def test_streams_of_two_projects_do_not_mix(site: Site) -> None:
    site.begin()
    site.begin(ProjectId("project_2"), JobId("job_2"))
    async with stream(site.session, events_of(site, "project_2")) as blocks:
        await blocks.event()
        site.happen(JobResumed())
        site.happen(ToolStart(call="c", name="second"), job=JobId("job_2"))
        assert (await blocks.event()).data["name"] == "second"


async def test_text_streams_without_moving_the_cursor(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.event()
        await until_live(site.hub, 1)
        say(site, 0, "Hel")
        say(site, 3, "lo")
        told = await blocks.events(2)
    assert [block.data["text"] for block in told] == ["Hel", "lo"]
    assert [block.id for block in told] == [None, None]


async def test_whoever_comes_in_the_middle_gets_the_text_so_far_once(site: Site) -> None:
    site.begin()
    say(site, 0, "Hel")
    say(site, 3, "lo")
    progress = JobProgress(job=JOB, percent=40, stage="generate")
    site.hub.live(PROJECT, progress, update_frame(progress.wire_name(), encode(progress)))
    async with stream(site.session, events_of(site)) as blocks:
        assert (await blocks.event()).event == "snapshot"
        whole, percent = await blocks.events(2)
        await until_live(site.hub, 1)
        say(site, 5, " you")
        assert (await blocks.event()).data["text"] == " you"
    assert (whole.event, whole.data["offset"], whole.data["text"]) == ("message.delta", 0, "Hello")
    assert (percent.event, percent.data["percent"]) == ("job.progress", 40)


async def test_a_heartbeat_shows_where_a_client_stands_and_no_further(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.live()
        site.journal.publishes = False
        site.happen(JobResumed())
        site.hub.beat(0.0)
        assert await blocks.next() == Block(cursor(site, 3), None, None)


@pytest.fixture
async def narrow() -> AsyncIterator[ClientSession]:
    """A client that takes little at a time."""
    connector = TCPConnector(socket_factory=_narrow)
    async with ClientSession(headers=BEARER, connector=connector, read_bufsize=1024) as session:
        yield session


async def test_a_slow_reader_stops_nobody_and_misses_nothing(site: Site, narrow: ClientSession) -> None:
    site.begin()
    async with stream(narrow, events_of(site)) as slow, stream(site.session, events_of(site)) as quick:
        assert [(await blocks.event()).seq for blocks in (slow, quick)] == [3, 3]
        await until_live(site.hub, 2)
        for _ in range(40):
            site.happen(*[ToolStart(call="c", name="n" * 4000)] * 10)
            assert len(await quick.events(10)) == 10
        assert sum(client.is_live for client in site.hub.clients()) == 1
        assert [block.seq for block in await slow.events(400)] == list(range(4, 404))


async def test_the_position_of_a_stream_is_noted_when_it_ends(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site), params={"client": "tab-1"}) as blocks:
        await blocks.event()
    await until_left(site.hub, 0)
    assert [(note.stream, note.last_event_id) for note in site.journal.noted] == [("tab-1", cursor(site, 3))]


async def test_a_client_that_gives_no_fitting_name_gets_one(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site), params={"client": "no name!"}) as blocks:
        await blocks.event()
        assert [client.stream.startswith("stream_") for client in site.hub.clients()] == [True]


async def test_an_unknown_project_is_refused_before_the_stream_opens(site: Site) -> None:
    async with site.session.get(events_of(site, "project_x")) as response:
        assert response.status == 404
        assert (await response.json())["code"] == "project.unknown"


async def test_stopping_the_server_ends_streams_in_order_and_says_when_to_come_back(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.live()
        site.hub.close()
        assert (await blocks.response.content.read()).startswith(b"retry: ")


async def test_a_cursor_just_at_the_horizon_goes_on_and_one_below_it_gets_a_snapshot(site: Site) -> None:
    site.begin()
    site.happen(JobResumed(), JobResumed())
    execute(site.database.connection, "DELETE FROM event WHERE seq <= 3")
    execute(site.database.connection, "UPDATE project SET horizon = 3")
    async with stream(site.session, events_of(site), params={"after": cursor(site, 3)}) as blocks:
        assert [block.seq for block in await blocks.events(2)] == [4, 5]
    async with stream(site.session, events_of(site), params={"after": cursor(site, 2)}) as blocks:
        snapshot = await blocks.event()
        assert (snapshot.event, snapshot.seq) == ("snapshot", 5)


async def test_says_when_it_has_caught_up(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site), params={"after": cursor(site, 1)}) as blocks:
        assert [block.event for block in [await blocks.next() for _ in range(5)]] == [
            None,
            None,
            "message.created",
            "job.queued",
            "live",
        ]
        assert blocks.seen[-1].data["seq"] == 3


async def test_whoever_asks_for_it_gets_a_ping_with_each_beat(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site), params={"ping": "1"}) as blocks:
        await blocks.live()
        site.hub.beat(0.0)
        assert (await blocks.event()).event == "ping"


async def test_nothing_on_the_way_is_asked_to_hold_or_change_a_stream(site: Site) -> None:
    site.begin()
    async with site.session.get(events_of(site)) as response:
        assert response.headers["X-Accel-Buffering"] == "no"
        assert "no-transform" in response.headers["Cache-Control"]
        assert response.content_type == "text/event-stream"


def _narrow(address: tuple[object, ...]) -> socket.socket:
    family, kind, protocol = address[:3]
    made = socket.socket(family, kind, protocol)  # type: ignore[arg-type] # as the event loop resolved it
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    return made
