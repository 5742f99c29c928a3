import json
import threading
from collections.abc import Iterator

import pytest

from actors.overview import ORDERS, Overview
from actors.runtime import Action, ChildSpec, Overflow, Supervisor
from actors.runtime.bounds import Bounds
from tests.actors.runtime.stage import Echo, Play, came


@pytest.fixture
def play() -> Iterator[Play]:
    scene = Play()
    yield scene
    scene.close()


@pytest.fixture
def supervisor(play: Play) -> Supervisor:
    return play.start([ChildSpec("a", Echo), ChildSpec("pool", Echo, instances=2)])


@pytest.fixture
def overview(play: Play, supervisor: Supervisor) -> Overview:
    return Overview(play.system, supervisor, supervisor.start)


def test_everything_can_be_read_as_json_while_an_actor_is_busy(play: Play, overview: Overview) -> None:
    begun, go = threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        assert came(go)

    play.tell("a", hold)
    assert came(begun)
    seen = json.loads(json.dumps(overview.snapshot()))
    first = seen["children"][0]
    assert (first["name"], first["state"], first["health"]) == ("a", "running", "working")
    assert (first["in_hand"][0]["label"], seen["total"]["balance"], seen["up"]) == ("function", 0, True)
    assert seen["mailboxes"]["a"]["overflow"] == "block"
    assert overview.spans()[0]["outcome"] == "in hand"
    assert "in hold" in overview.stack("a")
    go.set()
    assert play.ask("a", 1) == 1
    assert {span["outcome"] for span in overview.spans()} <= {"handled", "in hand"}


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_is_given_with_its_reason(play: Play, overview: Overview, order: str) -> None:
    overview.order(order, "pool", "a test")
    decision = play.decided(Action(order))
    assert (decision.child.partition("/")[0], decision.rule) == ("pool", "asked for: a test")
    assert overview.decisions()[-1]["action"] == order


def test_an_order_that_is_none_says_which_there_are(overview: Overview) -> None:
    with pytest.raises(ValueError, match="explode is not an order; there are restart, stop"):
        overview.order("explode", "a", "a test")


def test_messages_are_taken_back_and_pools_resized(play: Play, overview: Overview) -> None:
    overview.cancel("a", 99, "a test")
    assert "not there" in play.decided(Action.CANCEL).rule
    overview.resize("pool", 3, "a test")
    assert play.decided(Action.RESIZE).rule == "asked for: a test (2 to 3)"


def test_dead_letters_are_shown_redacted_and_sent_again(play: Play, overview: Overview) -> None:
    play.system.mailbox("late").open(Bounds(1, Overflow.DROP_NEWEST))
    play.tell("late", "first")
    play.tell("late", {"password": "x"})
    (letter,) = overview.dead_letters()
    assert (letter["reason"], letter["address"], letter["message"]) == (
        "dropped-newest",
        "late",
        {"password": "(secret)"},
    )
    number = letter["number"]
    assert isinstance(number, int)
    play.system.mailbox("late").open(Bounds(2))
    overview.replay(number)
    assert overview.dead_letters() == []
    assert overview.snapshot()["dead_letters"] == {"dropped-newest": 1}


def test_a_tree_that_was_given_up_is_started_again(play: Play, overview: Overview, supervisor: Supervisor) -> None:
    for _ in range(6):
        play.tell("a", ValueError())
    play.decided(Action.GIVE_UP)
    supervisor.stop(30)
    assert overview.snapshot()["up"] is False
    overview.start_again()
    assert play.ask("a", 1) == 1
