import asyncio
import threading

import pytest

from server.streams.hub import Hub
from tests.server.streams.made import PROJECT, client, delta, event
from tests.server.ticking import tick, until

pytestmark = pytest.mark.anyio


async def test_one_write_per_client_and_tick_however_much_is_told() -> None:
    hub = Hub()
    hub.open()
    made, wire = client(0)
    with hub.admitted(made) as channel:
        channel.join(made)
        hub.publish([event(1)])
        hub.publish([event(2)])
        hub.live(PROJECT, *delta(0, "Hi"))
        await tick()
        assert len(wire.written) == 1


async def test_hears_other_threads() -> None:
    hub = Hub()
    hub.open()
    made, wire = client(0)
    with hub.admitted(made) as channel:
        channel.join(made)
        thread = threading.Thread(target=hub.publish_threadsafe, args=([event(1)],))
        thread.start()
        thread.join()
        hub.live_threadsafe(PROJECT, *delta(0, "Hi"))
        await until(lambda: len(wire.written) > 1 or made.seq == 1)
        await tick()
        assert b"".join(wire.written) == event(1).frame + delta(0, "Hi")[1]


async def test_forgets_who_leaves_and_what_nobody_needs() -> None:
    hub = Hub()
    hub.open()
    made, _ = client(0)
    with hub.admitted(made):
        assert hub.clients() == [made]
    assert hub.clients() == []
    assert made.ended
    hub.publish([event(1)])
    await tick()
    with hub.admitted(client(0)[0]) as channel:
        assert channel.join(client(0)[0])


async def test_closing_ends_every_stream_and_lets_nobody_in() -> None:
    hub = Hub()
    hub.open()
    first, late = client(0)[0], client(0)[0]
    with hub.admitted(first):
        hub.close()
        assert first.ended
    with hub.admitted(late):
        assert late.ended


async def test_beats_for_all() -> None:
    hub = Hub()
    hub.open()
    made, wire = client(0)
    with hub.admitted(made) as channel:
        channel.join(made)
        hub.beat()
        assert wire.written == [b"id: e.0\n\n"]


def test_what_is_told_before_or_after_its_time_is_dropped() -> None:
    hub = Hub()
    hub.publish_threadsafe([event(1)])

    async def opened() -> None:
        hub.open()

    asyncio.run(opened())
    hub.publish_threadsafe([event(1)])
    hub.live_threadsafe(PROJECT, *delta(0, "Hi"))
