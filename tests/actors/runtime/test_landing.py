import asyncio
import threading
from collections.abc import Callable
from queue import Queue

import pytest

from actors.runtime.landing import HardKill, Landing
from tests.actors.runtime.stage import PATIENCE_S, came, heard


def loop_until(stop: threading.Event, begun: threading.Event) -> None:
    begun.set()
    while not stop.is_set():
        pass


class Flight:
    """A thread that calls something by its landing."""

    def __init__(self, action: Callable[["Flight"], object]) -> None:
        self.landing = Landing()
        self.begun = threading.Event()
        self.stop = threading.Event()
        self.ended: Queue[object] = Queue()
        self.thread = threading.Thread(target=self._fly, args=(action,), daemon=True)
        self.thread.start()

    def _fly(self, action: Callable[["Flight"], object]) -> None:
        self.landing.settle()
        try:
            self.ended.put(self.landing.call(action, self))
        except BaseException as error:  # noqa: BLE001 - it is what is looked at
            self.ended.put(error)


def test_throws_an_endless_loop_out_of_its_code() -> None:
    flight = Flight(lambda self: loop_until(self.stop, self.begun))
    assert came(flight.begun)
    assert flight.landing.throw()
    assert isinstance(heard(flight.ended), HardKill)


def test_what_swallows_the_order_ends_all_the_same() -> None:
    def swallow(flight: Flight) -> str:
        try:
            loop_until(flight.stop, flight.begun)
        except BaseException:  # noqa: BLE001 - code that no one should write
            return "unharmed"
        return "not thrown"

    flight = Flight(swallow)
    assert came(flight.begun)
    assert flight.landing.throw()
    assert isinstance(heard(flight.ended), HardKill)


def test_throws_nothing_into_a_thread_that_is_not_inside() -> None:
    flight = Flight(lambda _: "done")
    assert heard(flight.ended) == "done"
    assert not flight.landing.throw()
    flight.thread.join(PATIENCE_S)
    assert not Landing().throw()


def test_throws_once_and_again_when_it_was_renewed() -> None:
    flight = Flight(lambda self: loop_until(self.stop, self.begun))
    assert came(flight.begun)
    assert [flight.landing.throw(), flight.landing.throw()] == [True, False]
    heard(flight.ended)
    flight.landing.renew()
    assert not flight.landing.throw()


def test_nothing_is_thrown_into_the_runtime_that_the_code_calls() -> None:
    inside: Queue[str] = Queue()

    def call_runtime(flight: Flight) -> None:
        flight.landing.outside(in_runtime, flight)

    def in_runtime(flight: Flight) -> None:
        flight.begun.set()
        assert came(flight.stop)
        inside.put("whole")

    flight = Flight(call_runtime)
    assert came(flight.begun)
    assert not flight.landing.throw()
    flight.stop.set()
    assert heard(inside) == "whole"
    assert heard(flight.ended) is None


def test_a_coroutine_is_entered_only_while_it_runs() -> None:
    landing = Landing()
    landing.settle()

    async def work() -> list[object]:
        heard_of: list[object] = [await asyncio.sleep(0, "value")]
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await asyncio.Event().wait()
        return heard_of

    async def watch() -> list[object]:
        task = asyncio.ensure_future(landing.steps(work()))
        await asyncio.sleep(0)
        assert not landing.throw()
        return await task

    assert asyncio.run(watch()) == ["value"]


@pytest.mark.slow
def test_two_hundred_throws_all_arrive_and_none_arrives_late() -> None:
    for _ in range(200):
        flight = Flight(lambda self: loop_until(self.stop, self.begun))
        assert came(flight.begun)
        assert flight.landing.throw()
        assert isinstance(heard(flight.ended), HardKill)
        flight.thread.join(PATIENCE_S)
        assert not flight.thread.is_alive()
