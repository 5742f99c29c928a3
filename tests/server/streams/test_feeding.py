import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from pipeline.events import JobResumed
from pipeline.events.wire import Cursor
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.feeding import Feeding
from server.streams.opening import opening
from server.streams.view import WHOLE
from storage.sql import execute
from tests.server.living import PROJECT, Site
from tests.server.streams.made import Wire, event

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def fed(site: Site, channel: Channel, seq: int, *, begins: bool = False) -> AsyncIterator[tuple[Client, Wire]]:
    """A client that catches up beside the test until it is live."""
    wire = Wire()
    begun = await opening(site.reader, channel, None if begins else Cursor(site.journal.epoch, seq), WHOLE)
    client = Client("s", PROJECT, wire, begun.cursor)
    feeding = Feeding(site.handles, channel, client)
    feeding.begin(begun)
    channel.clients.add(client)
    await feeding.run()
    assert client.is_live
    yield client, wire


async def again(site: Site, channel: Channel, client: Client) -> None:
    """It falls behind and is caught up."""
    client.fall_behind()
    await Feeding(site.handles, channel, client).run()
    assert client.is_live


def ids(wire: Wire) -> list[int]:
    return ids_in(b"".join(wire.written))


def ids_in(written: bytes) -> list[int]:
    lines = written.decode().splitlines()
    return [int(line.rpartition(".")[2]) for line in lines if line.startswith("id: ")]


async def test_reads_until_nothing_lies_between(site: Site) -> None:
    site.begin()
    site.happen(*[JobResumed()] * 300)
    async with fed(site, Channel(PROJECT), 1) as (_, wire):
        assert ids(wire) == list(range(2, 304))
        assert [len(ids_in(block)) for block in wire.written] == [256, 46, 0]


async def test_waits_for_the_store_where_more_was_told_than_it_shows(site: Site) -> None:
    site.begin()
    channel = Channel(PROJECT)
    channel.publish(event(4))
    beginning = asyncio.create_task(_first_ids(site, channel))
    site.happen(JobResumed())
    assert await beginning == [4]


async def test_reads_on_whenever_it_falls_behind(site: Site) -> None:
    site.begin()
    channel = Channel(PROJECT)
    async with fed(site, channel, 3) as (client, wire):
        site.journal.publishes = False
        site.happen(JobResumed())
        channel.catch_up()
        await again(site, channel, client)
        assert ids(wire) == [4]


async def test_begins_with_the_whole_state(site: Site) -> None:
    site.begin()
    async with fed(site, Channel(PROJECT), 0, begins=True) as (client, wire):
        assert ids(wire) == [3]
        assert b"event: snapshot" in wire.written[0]
        assert client.seq == 3


async def test_whoever_fell_below_the_horizon_while_it_was_behind_gets_the_whole_state(site: Site) -> None:
    site.begin()
    channel = Channel(PROJECT)
    async with fed(site, channel, 1) as (client, wire):
        execute(site.database.connection, "UPDATE project SET horizon = 2")
        client.seq = 1
        await again(site, channel, client)
        assert b"event: snapshot" in wire.written[-2]
        assert client.seq == 3


async def test_the_first_page_says_where_the_project_stands_only_to_who_has_read_all(site: Site) -> None:
    site.begin()
    site.happen(*[JobResumed()] * 300)
    channel, wire = Channel(PROJECT), Wire()
    begun = await opening(site.reader, channel, Cursor(site.journal.epoch, 0), WHOLE)
    Feeding(site.handles, channel, Client("s", PROJECT, wire, begun.cursor)).begin(begun)
    assert channel.seq is None


async def test_ends_when_its_client_is_ended(site: Site) -> None:
    site.begin()
    client = Client("s", PROJECT, Wire(), Cursor(site.journal.epoch, 3))
    client.end()
    await Feeding(site.handles, Channel(PROJECT), client).run()
    assert not client.is_live


async def _first_ids(site: Site, channel: Channel) -> list[int]:
    async with fed(site, channel, 3) as (_, wire):
        return ids(wire)
