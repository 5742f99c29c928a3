import json
import threading
from collections.abc import Iterator

import pytest

from actors.overview import Overview
from actors.runtime import Action, ChildSpec, Supervisor
from actors.shown import Shown, shown_failure
from tests.actors.runtime.stage import Echo, Hosted, Play, came


class Holder(Echo):
    def __init__(self) -> None:
        self.count = 7


@pytest.fixture
def play() -> Iterator[Play]:
    scene = Play()
    yield scene
    scene.close()


@pytest.fixture
def failures() -> list[Shown]:
    return []


@pytest.fixture
def supervisor(play: Play, failures: list[Shown]) -> Supervisor:
    specs = [ChildSpec("a", Holder), ChildSpec("pool", Holder, instances=2), ChildSpec("loop", Hosted)]
    return play.start(specs, on_failure=lambda failure: failures.insert(0, shown_failure(failure, 1.0)))


@pytest.fixture
def overview(play: Play, supervisor: Supervisor, failures: list[Shown]) -> Overview:
    return Overview(play.system, supervisor, supervisor.start, lambda: failures)


def state(overview: Overview, child: str) -> tuple[object, object]:
    shown = overview.actor(child)["state"]
    assert isinstance(shown, dict)
    return shown["source"], shown["fields"]


def test_one_that_has_nothing_in_hand_is_asked_and_the_others_are_read(play: Play, overview: Overview) -> None:
    assert state(overview, "a") == ("asked", {"count": 7})
    assert state(overview, "loop")[0] == "asked"
    assert state(overview, "pool/1") == ("read", {"count": 7})
    begun, go = threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        assert came(go)

    play.tell("a", hold)
    assert came(begun)
    busy = json.loads(json.dumps(overview.actor("a")))
    assert (busy["state"]["source"], busy["child"]["in_hand"][0]["label"]) == ("read", "function")
    assert "in hold" in busy["stack"]
    assert busy["messages"][0]["outcome"] == "in hand"
    go.set()


def test_one_that_fell_shows_why_with_the_message_in_flight(play: Play, overview: Overview) -> None:
    play.tell("a", ValueError("no"))
    play.decided(Action.RESTART)
    assert play.ask("a", 1) == 1
    (first,) = json.loads(json.dumps(overview.actor("a")["history"]))
    assert first["decision"]["action"] == "restart"
    assert first["failures"][0]["error"] == "ValueError: no"
    assert "on_receive" in first["failures"][0]["traceback"]


def test_one_that_is_gone_shows_what_it_held_last(play: Play, overview: Overview, supervisor: Supervisor) -> None:
    overview.order("stop", "a", "a test")
    play.decided(Action.STOP)
    supervisor.stop(30)  # behind it
    assert state(overview, "a") == ("death", {"count": 7})
    assert overview.actor("a")["stack"] == "nothing lives there now"
    assert overview.states()["pool/1"]["source"] == "death"


def test_one_that_is_not_there_is_said_to_be_none(overview: Overview) -> None:
    for name in ("nobody", "pool"):
        with pytest.raises(ValueError, match=name):
            overview.actor(name)
