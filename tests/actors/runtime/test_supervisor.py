import threading
from contextvars import copy_context
from queue import Queue

import pytest

from actors.runtime import (
    Action,
    ChildSpec,
    KilledError,
    Reason,
    StartTimeoutError,
    StoppedError,
)
from tests.actors.runtime.stage import PATIENCE_S, Diarist, Echo, Play, came, diarist, heard, read


def _fail() -> None:
    msg = "not today"
    raise OSError(msg)


def test_starts_in_order_and_stops_in_reverse(play: Play) -> None:
    diary: Queue[str] = Queue()
    supervisor = play.start([diarist(name, diary) for name in "abc"])
    supervisor.stop(PATIENCE_S)
    assert read(diary, 6) == "+a +b +c -c -b -a"
    assert not supervisor.up


def test_waits_for_each_on_start(play: Play) -> None:
    play.start([ChildSpec("a", Echo), ChildSpec("b", lambda: Diarist("b", Queue(), lambda: play.tell("a", 1)))])
    assert play.system.statistics().mailboxes["a"].sent == 1


def test_a_start_that_fails_stops_what_was_started_and_says_why(play: Play) -> None:
    diary: Queue[str] = Queue()
    specs = [diarist("a", diary), ChildSpec("b", lambda: Diarist("b", diary, _fail)), diarist("c", diary)]
    with pytest.raises(OSError, match="not today"):
        play.start(specs)
    assert read(diary, 4) == "+a +b -b -a"
    assert diary.empty()


def test_a_start_that_hangs_is_abandoned(play: Play) -> None:
    go = threading.Event()

    def hang() -> None:
        assert came(go)

    with pytest.raises(StartTimeoutError, match=r"slow was still starting after 1.01 s and was abandoned"):
        play.start([ChildSpec("slow", lambda: Diarist("slow", Queue(), hang), start_timeout_s=0.01)])
    go.set()


def test_an_actor_that_cannot_be_made_is_a_failed_start(play: Play) -> None:
    with pytest.raises(ZeroDivisionError):
        play.start([ChildSpec("odd", lambda: Diarist(str(1 // 0), Queue()))])


def test_cannot_be_started_twice(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    with pytest.raises(RuntimeError, match="started already"):
        supervisor.start()


def test_can_be_started_again_after_a_stop(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    supervisor.stop(PATIENCE_S)
    supervisor.start()
    assert play.ask("a", 1) == 1


def test_stopping_what_was_never_started_is_no_error(play: Play) -> None:
    play.supervise([ChildSpec("a", Echo)]).stop(PATIENCE_S)


def test_a_hung_actor_is_abandoned_at_the_stop_and_what_it_still_sends_is_refused(play: Play) -> None:
    go, begun, refused = threading.Event(), threading.Event(), Queue[BaseException]()

    def hang() -> None:
        threading.Thread(target=copy_context().run, args=(speak,)).start()
        begun.set()
        assert came(go)

    def speak() -> None:
        assert came(go)
        try:
            play.tell("other", "from the grave")
        except StoppedError as error:
            refused.put(error)

    supervisor = play.start([ChildSpec("hung", Echo, stop_timeout_s=0.01)])
    play.tell("hung", hang)
    assert came(begun)
    supervisor.stop(PATIENCE_S)
    failure = heard(play.failures)
    assert (failure.message, "did not stop within 0.01 s" in str(failure.error)) == (hang, True)
    go.set()
    assert "what it still sends is refused" in str(heard(refused))
    assert play.system.dead_letters.recent()[-1].reason is Reason.FENCED
    assert play.system.statistics().mailboxes["other"].refused == 1


def test_kill_is_a_failure_without_a_message(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    supervisor.kill("a")
    failure = heard(play.failures)
    assert (type(failure.error), failure.message) == (KilledError, None)
    assert play.ask("a", 1) == 1


def test_restart_by_hand_is_orderly_and_not_counted_as_a_fall(play: Play) -> None:
    diary: Queue[str] = Queue()
    supervisor = play.start([diarist("a", diary)], intensity=0)
    supervisor.restart("a", "new settings")
    assert read(diary, 3) == "+a -a +a"
    assert play.decided(Action.RESTART).rule == "asked for: new settings"
    assert play.failures.empty()


def test_an_unknown_name_is_refused_with_the_known_ones(play: Play) -> None:
    supervisor = play.supervise([ChildSpec("a", Echo)])
    with pytest.raises(ValueError, match=r"b is not a child of this supervisor; it has \['a'\]"):
        supervisor.kill("b")


@pytest.mark.parametrize(
    ("specs", "sentence"),
    [
        ([ChildSpec("a", Echo), ChildSpec("a", Echo)], "a is listed twice"),
        ([ChildSpec("a", Echo, restarts_with=("b",))], "a restarts with b, which is not in the list"),
    ],
)
def test_a_list_that_cannot_be_right_is_refused(play: Play, specs: list[ChildSpec], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        play.supervise(specs)


def test_a_draining_child_handles_what_waits_before_it_stops(play: Play) -> None:
    done: Queue[int] = Queue()
    go, begun = threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        assert came(go)

    supervisor = play.start([ChildSpec("keeper", Echo, drains=True)])
    play.tell("keeper", hold)
    assert came(begun)
    for number in range(3):
        play.tell("keeper", lambda number=number: done.put(number))
    play.tell("keeper", go.set)
    stopping = threading.Thread(target=supervisor.stop, args=(PATIENCE_S,))
    stopping.start()
    go.set()
    stopping.join(PATIENCE_S)
    assert done.qsize() == 3
    assert play.system.statistics().total.waiting == 0


def test_every_decision_can_be_read_afterwards(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    play.tell("a", ValueError("why"))
    play.decided(Action.RESTART)
    (decision,) = supervisor.decisions
    assert (decision.child, decision.error, decision.rule) == ("a", "ValueError: why", "restart at once")
    assert decision.counters is not None
    assert decision.counters.consecutive == 1


def test_a_restart_asked_for_while_nothing_runs_starts_nothing(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    supervisor.stop(PATIENCE_S)
    supervisor.restart("a", "in vain")
    supervisor.stop(PATIENCE_S)
    assert [child.incarnation for child in play.system.statistics().children] == [1]
