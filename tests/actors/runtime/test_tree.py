import threading
from queue import Queue

import pytest

from actors.runtime import (
    Action,
    AskTimeoutError,
    Backoff,
    ChildSpec,
    Failure,
    Reason,
    Restart,
    StoppedError,
    Strategy,
)
from tests.actors.runtime.stage import PATIENCE_S, Diarist, Echo, Play, came, diarist, heard, read


def _fail() -> None:
    msg = "not today"
    raise OSError(msg)


def test_a_restart_keeps_the_address_and_the_waiting_messages(play: Play) -> None:
    handled: Queue[int] = Queue()
    address = play.system.address("a")
    address.tell(ValueError())
    for number in range(5):
        address.tell(lambda number=number: handled.put(number))
    play.start([ChildSpec("a", Echo)])
    assert [heard(handled) for _ in range(5)] == [0, 1, 2, 3, 4]
    assert play.decided(Action.RESTART).incarnation == 1
    assert play.system.statistics().children[0].restarts == 1


def test_the_failing_message_is_not_tried_again_but_told_to_the_hook(play: Play) -> None:
    error = ValueError("poison")
    play.start([ChildSpec("a", Echo)])
    play.tell("a", error)
    failure = heard(play.failures)
    assert play.ask("a", "next") == "next"
    assert failure.message is error
    assert play.failures.empty()


def test_a_failing_hook_does_not_stop_the_restart(play: Play) -> None:
    def fail(_: Failure) -> None:
        raise ValueError

    play.start([ChildSpec("a", Echo)], on_failure=fail)
    play.tell("a", ValueError())
    assert play.ask("a", 1) == 1


def test_one_restarts_another_with_it_in_start_order(play: Play) -> None:
    diary: Queue[str] = Queue()
    specs = [diarist("journal", diary, restarts_with=("orchestrator",)), diarist("llm", diary)]
    play.start([*specs, diarist("orchestrator", diary)])
    play.tell("journal", ValueError())
    assert read(diary, 7) == "+journal +llm +orchestrator -journal -orchestrator +journal +orchestrator"


@pytest.mark.parametrize(
    ("strategy", "story"),
    [
        (Strategy.ONE_FOR_ONE, "-b +b"),
        (Strategy.ONE_FOR_ALL, "-b -c -a +a +b +c"),
        (Strategy.REST_FOR_ONE, "-b -c +b +c"),
    ],
)
def test_restarts_as_the_strategy_says(play: Play, strategy: Strategy, story: str) -> None:
    diary: Queue[str] = Queue()
    supervisor = play.start([diarist(name, diary) for name in "abc"], strategy=strategy)
    read(diary, 3)
    play.tell("b", ValueError())
    assert read(diary, len(story.split())) == story
    supervisor.stop(PATIENCE_S)
    assert read(diary, 3) == "-c -b -a"


def test_a_pool_shares_its_mailbox_and_one_that_dies_leaves_the_others(play: Play) -> None:
    play.start([ChildSpec("worker", Echo, instances=2)])
    go, names = threading.Event(), Queue[str]()

    def hold() -> None:
        names.put(threading.current_thread().name)
        assert came(go)

    play.tell("worker", hold)
    play.tell("worker", hold)
    assert {heard(names), heard(names)} == {"worker/1", "worker/2"}
    play.tell("worker", ValueError())
    go.set()
    fallen = play.decided(Action.RESTART).child
    assert fallen in ("worker/1", "worker/2")
    restarts = {child.name: child.restarts for child in play.system.statistics().children}
    assert sum(restarts.values()) - restarts[fallen] == 0


def test_the_first_restart_is_at_once_and_the_next_waits(timed: Play) -> None:
    timed.start([ChildSpec("a", Echo)])
    timed.tell("a", ValueError())
    assert timed.decided(Action.RESTART).delay_s == 0
    assert timed.ask("a", 1) == 1
    timed.tell("a", ValueError())
    delay_s = timed.decided(Action.RESTART).delay_s
    assert delay_s is not None
    assert 0.2 <= delay_s <= 0.3
    with pytest.raises(AskTimeoutError):
        timed.system.address("a").ask(2, timeout_s=0.01)
    timed.advance(delay_s)
    assert timed.ask("a", 3) == 3


def test_a_start_that_fails_on_a_restart_is_tried_again_with_backoff(timed: Play) -> None:
    faults = iter([lambda: None, _fail, _fail, lambda: None])
    timed.start([ChildSpec("a", lambda: Diarist("a", Queue(), next(faults)))])
    timed.tell("a", ValueError())
    delays = [timed.decided(Action.RESTART).delay_s for _ in range(2)]
    timed.advance(1)
    delays.append(timed.decided(Action.RESTART).delay_s)
    timed.advance(1)
    assert timed.ask("a", 1) == 1
    assert [delay is not None and delay > 0 for delay in delays] == [False, True, True]
    assert [heard(timed.failures).message is None for _ in range(3)] == [False, True, True]


def test_gives_up_after_too_many_falls_and_buries_what_waits(play: Play) -> None:
    diary: Queue[str] = Queue()
    supervisor = play.start([diarist("a", diary), ChildSpec("b", Echo)], intensity=0)
    play.tell("b", ValueError())
    assert heard(play.given_up) == "b"
    decision = play.decided(Action.GIVE_UP)
    assert (decision.rule, decision.delay_s) == ("more than 0 falls in 30 s", None)
    assert read(diary, 2) == "+a -a"
    play.tell("a", "late")
    assert play.system.dead_letters.recent()[-1].reason is Reason.STOPPED
    assert not supervisor.up
    supervisor.start()
    assert play.ask("b", 1) == 1


@pytest.mark.parametrize(
    ("restart", "message", "comes_back"),
    [
        (Restart.PERMANENT, ValueError(), True),
        (Restart.TRANSIENT, ValueError(), True),
        (Restart.TEMPORARY, ValueError(), False),
    ],
)
def test_comes_back_as_its_kind_says(play: Play, restart: Restart, message: object, *, comes_back: bool) -> None:
    play.start([ChildSpec("a", Echo, restart=restart)])
    play.tell("a", message)
    if comes_back:
        assert play.ask("a", 1) == 1
        return
    play.decided(Action.END)
    with pytest.raises(StoppedError):
        play.ask("a", 1)


def test_a_killed_actor_that_is_stuck_is_abandoned_and_replaced(timed: Play) -> None:
    go, begun = threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        assert came(go)

    supervisor = timed.start([ChildSpec("stuck", Echo, stop_timeout_s=1.0, kill_grace_s=0.1)])
    timed.tell("stuck", hang)
    assert came(begun)
    supervisor.kill("stuck")
    supervisor._desk.post(lambda: timed.advance(0.1))  # noqa: SLF001 - after the kill has set its deadline
    assert timed.decided(Action.INTERRUPT).rule == "did not come back from its message"
    timed.advance(1.0)
    assert timed.decided(Action.ABANDON).error == "StoppedError: stuck was still running after 1 s and was abandoned"
    assert heard(timed.failures).message is hang
    assert timed.ask("stuck", "new") == "new"
    go.set()


def test_a_failing_hook_for_giving_up_leaves_the_supervisor_able_to_start_again(play: Play) -> None:
    told = threading.Event()

    def fail(_: str) -> None:
        told.set()
        raise ValueError

    supervisor = play.start([ChildSpec("a", Echo)], intensity=0, on_give_up=fail)
    play.tell("a", ValueError())
    assert came(told)
    supervisor.start()
    assert play.ask("a", 1) == 1


def test_a_thread_that_cannot_be_had_is_a_fall_like_any_other(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    start, refusals = threading.Thread.start, iter(["refused"])

    def refuse_once(thread: threading.Thread) -> None:
        if thread.name == "a" and next(refusals, None):
            msg = "can't start new thread"
            raise RuntimeError(msg)
        start(thread)

    play.start([ChildSpec("a", Echo)], backoff=Backoff(first_s=0.0))
    monkeypatch.setattr(threading.Thread, "start", refuse_once)
    play.tell("a", ValueError())
    assert play.ask("a", 1) == 1
    assert [str(heard(play.failures).error) for _ in range(2)] == ["", "can't start new thread"]
