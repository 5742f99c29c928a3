from collections.abc import Iterator
from queue import Queue

import pytest

from actors.patience import patiently
from actors.runtime import Actor, ActorSystem, ChildSpec, Supervisor
from storage.errors import StoreUnavailableError

PATIENCE_S = 30.0


class Reader(Actor):
    """Needs the store for every message; the store does not answer the first two times."""

    def __init__(self, heard: "Queue[str]") -> None:
        self._heard = heard
        self._silent = 2

    def on_receive(self, message: str) -> None:
        with patiently(self, message):
            self._read()
            self._heard.put(message)

    def _read(self) -> None:
        if self._silent:
            self._silent -= 1
            raise StoreUnavailableError("the disk is away")


@pytest.fixture
def heard() -> Iterator["Queue[str]"]:
    words: Queue[str] = Queue()
    system = ActorSystem()
    supervisor = Supervisor(system, [ChildSpec("reader", lambda: Reader(words))])
    supervisor.start()
    for word in ("first", "second", "third"):
        system.address("reader").tell(word)
    yield words
    assert supervisor.decisions == ()
    supervisor.stop(PATIENCE_S)
    system.stop()


def test_what_the_store_is_needed_for_waits_and_nothing_else_does(heard: "Queue[str]") -> None:
    assert [heard.get(timeout=PATIENCE_S) for _ in range(3)] == ["third", "first", "second"]
