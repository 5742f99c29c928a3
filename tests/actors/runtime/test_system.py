import threading

import pytest

from actors.runtime import ActorSystem, ChildSpec, State, StoppedError
from tests.actors.runtime.stage import PATIENCE_S, Echo, Play, came


def test_statistics_can_be_read_without_asking_a_busy_actor(play: Play) -> None:
    go, begun = threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        assert came(go)

    play.start([ChildSpec("busy", Echo)])
    play.tell("busy", hold)
    assert came(begun)
    play.tell("busy", "next")
    statistics = play.system.statistics()
    (child,) = statistics.children
    assert (child.name, child.state, child.incarnation, child.restarts) == ("busy", State.RUNNING, 1, 0)
    assert child.in_hand[0].label == "function"
    assert child.in_hand[0].age_s >= 0
    ledger = statistics.mailboxes["busy"]
    assert (ledger.sent, ledger.in_hand, ledger.waiting, ledger.balance) == (2, 1, 1, 0)
    go.set()


def test_a_child_that_is_not_there_has_no_state() -> None:
    play = Play()
    play.supervise([ChildSpec("pool", Echo, instances=2)])
    states = [(child.name, child.address, child.state) for child in play.system.statistics().children]
    assert states == [("pool/1", "pool", None), ("pool/2", "pool", None)]


def test_a_stopped_system_handles_nothing_more() -> None:
    system = ActorSystem()
    system.address("a").tell("waiting")
    system.stop()
    with pytest.raises(StoppedError):
        system.address("a").ask("?", timeout_s=PATIENCE_S)
    assert system.statistics().dead_letters == 2
    assert system.statistics().total.balance == 0
