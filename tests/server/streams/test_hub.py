import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from actors.messages import LiveFrame
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.connection import Connection
from server.streams.hub import Hub
from tests.server.streams.made import PROJECT, Wire, client, delta, event, live
from tests.server.ticking import tick, until

pytestmark = pytest.mark.anyio


@contextmanager
def connected(hub: Hub, seq: int = 0) -> Iterator[tuple[Client, Wire, Channel]]:
    made, wire = client(seq)
    connection = Connection(wire)
    connection.clients = [made]
    with hub.awaited(PROJECT) as channel:
        hub.connect(connection)
        channel.stands_at(seq, channel.generation)
        channel.join(made)
        assert hub.channel_of(made) is channel
        yield made, wire, channel
        hub.let_go(connection)


async def test_one_write_per_client_and_tick_however_much_is_told() -> None:
    hub = Hub()
    hub.open()
    with connected(hub) as (_, wire, _):
        hub.publish([event(1)])
        hub.publish([event(2)])
        hub.live(PROJECT, *delta(0, "Hi"))
        await tick()
        assert wire.written == [live(0), event(1).frame + event(2).frame + delta(0, "Hi")[1]]


async def test_hears_other_threads() -> None:
    hub = Hub()
    hub.open()
    with connected(hub) as (made, wire, _):
        thread = threading.Thread(target=hub.publish_threadsafe, args=([event(1)],))
        thread.start()
        thread.join()
        hub.live_threadsafe([LiveFrame(PROJECT, *delta(0, "Hi"))])
        await until(lambda: made.seq == 1 and b"Hi" in wire.written[-1])
        assert b"".join(wire.written[1:]) == event(1).frame + delta(0, "Hi")[1]


async def test_what_is_told_between_the_look_at_the_store_and_the_opening_is_not_missed() -> None:
    hub = Hub()
    hub.open()
    with hub.awaited(PROJECT) as channel:
        hub.publish([event(4)])
        await tick()
        assert channel.seq == 4
        with connected(hub, seq=3) as (made, _, _):
            assert not made.is_live


async def test_forgets_who_leaves_and_what_nobody_needs() -> None:
    hub = Hub()
    hub.open()
    with connected(hub) as (made, _, channel):
        assert hub.clients() == [made]
        hub.publish([event(1)])
        assert hub.lag(made) == 1
    assert hub.clients() == []
    assert made.ended
    await tick()
    with hub.awaited(PROJECT) as another:
        assert another is not channel


async def test_closing_ends_every_stream_and_says_when_to_come_back() -> None:
    hub = Hub()
    hub.open()
    with connected(hub) as (first, wire, _):
        hub.close()
        assert first.ended
        assert wire.written[-1].startswith(b"retry: ")
    with connected(hub) as (late, _, _):
        assert late.ended


async def test_what_has_not_ended_in_time_is_cut_off() -> None:
    hub = Hub()
    hub.open()
    stuck = asyncio.Event()
    ended: list[bool] = []

    async def catches_up_for_ever() -> None:
        try:
            await stuck.wait()
        finally:
            ended.append(True)

    with connected(hub) as (_, wire, _):
        hub.feed(catches_up_for_ever())
        await tick()
        hub.close()
        await hub.emptied(0.0)
        assert (wire.closing, ended) == (True, [True])


async def test_who_has_left_is_not_waited_for() -> None:
    hub = Hub()
    hub.open()
    with connected(hub):
        hub.close()
    await asyncio.wait_for(hub.emptied(30.0), 10.0)


def test_browsers_are_sent_back_at_different_moments() -> None:
    waits = [int(Hub().retry_block(comebacks=8000).split()[1]) for _ in range(200)]
    assert min(waits) >= 1000
    assert 3000 < max(waits) <= 9000
    assert len(set(waits)) > 100


async def test_beats_for_all() -> None:
    hub = Hub()
    hub.open()
    with connected(hub) as (_, wire, _):
        hub.beat(0.0)
        assert wire.written[-1] == b"id: e.0\n\n"


def test_what_is_told_before_or_after_its_time_is_dropped() -> None:
    hub = Hub()
    hub.publish_threadsafe([event(1)])

    async def opened() -> None:
        hub.open()

    asyncio.run(opened())
    hub.publish_threadsafe([event(1)])
    hub.live_threadsafe([LiveFrame(PROJECT, *delta(0, "Hi"))])
