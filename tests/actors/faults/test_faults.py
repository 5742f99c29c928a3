import threading
from collections.abc import Iterator

import pytest

from actors.faults import Fault, Faults, Wanted
from actors.faults.errors import InjectedFaultError, InjectedKillError
from actors.log import Log
from actors.runtime import Actor, ChildSpec
from tests.actors.runtime.stage import Clock, Echo, Hosted, Play, came, heard

SECONDS = 60.0


@pytest.fixture
def play() -> Iterator[Play]:
    scene = Play(Clock())
    yield scene
    scene.close()


@pytest.fixture
def faults(play: Play) -> Iterator[Faults]:
    numbers = iter(range(99))
    supervisor = play.start([ChildSpec("a", Echo, kill_grace_s=0.0), ChildSpec("loop", Hosted)])
    made = Faults(lambda prefix: f"{prefix}_{next(numbers)}", lambda: 5.0, Log(lambda: 5.0))
    made.attach(play.system, supervisor.kill)
    yield made
    made.end_all()


def on(faults: Faults, kind: str, actor: str = "a", **wanted: float | str) -> Fault:
    asked = {"kind": kind, "actor": actor, "seconds": SECONDS, **wanted}
    return faults.begin(Wanted(**asked), "a test")  # type: ignore[arg-type]  # named as its fields


def hits(fault: Fault) -> bool:
    """Wait until it hits somebody."""
    patience = threading.Event()
    return any(fault.hits or patience.wait(0.01) for _ in range(3_000))


def test_while_none_is_on_nobody_stands_between(play: Play, faults: Faults) -> None:
    assert play.system.interception.by is None
    fault = on(faults, "raise")
    faults.end(fault.id)
    faults.end(fault.id)
    assert play.system.interception.by is None
    assert [one.id for one in faults.past()] == [fault.id]


def test_is_off_by_itself(play: Play, faults: Faults) -> None:
    on(faults, "raise")
    play.advance(SECONDS)
    over = faults.known("fault_0").over
    assert came(over)
    assert faults.on() == []
    assert play.ask("a", 1) == 1


@pytest.mark.parametrize("actor", ["a", "loop"])
def test_a_handler_raises_the_nth_time(play: Play, faults: Faults, actor: str) -> None:
    fault = on(faults, "raise", actor, nth=2)
    assert play.ask(actor, 1) == 1
    with pytest.raises(InjectedFaultError, match="failed on purpose"):
        play.ask(actor, 2)
    assert play.ask(actor, 3) == 3
    assert fault.hits == 1


@pytest.mark.parametrize(("kind", "actor"), [("kill", "a"), ("build-crash", "build_worker"), ("kill", "loop")])
def test_an_actor_dies_and_comes_back(play: Play, faults: Faults, kind: str, actor: str) -> None:
    if actor == "build_worker":
        play.start([ChildSpec("build_worker", Echo)])
    on(faults, kind, actor, nth=1)
    play.tell(actor, "deadly")
    failure = heard(play.failures)
    assert (failure.child, failure.message) == (actor, "deadly")
    assert actor == "loop" or isinstance(failure.error, InjectedKillError)
    assert play.ask(actor, 1) == 1


def test_a_message_is_doubled(play: Play, faults: Faults) -> None:
    on(faults, "duplicate", nth=1)
    count: list[int] = []
    play.tell("a", lambda: count.append(1))
    play.ask("a", 1)
    assert count == [1, 1]


def test_a_message_comes_later(play: Play, faults: Faults) -> None:
    arrived = threading.Event()
    on(faults, "delay", delay_s=10.0, nth=1)
    play.tell("a", arrived.set)
    assert play.ask("a", 1) == 1
    assert not arrived.is_set()
    play.advance(10.0)
    assert came(arrived)


@pytest.mark.parametrize("actor", ["a", "loop"])
def test_one_that_hangs_goes_on_when_the_fault_is_off(play: Play, faults: Faults, actor: str) -> None:
    arrived = threading.Event()
    fault = on(faults, "hang", actor, nth=1)
    play.tell(actor, arrived.set)
    assert not arrived.wait(0.02)
    faults.end(fault.id)
    assert came(arrived)


def test_one_that_hangs_can_be_killed(play: Play, faults: Faults) -> None:
    fault = on(faults, "hang", nth=1)
    play.tell("a", "stuck")
    assert hits(fault)
    play.supervisors[0].kill("a", "a test")
    assert heard(play.failures).message == "stuck"
    assert play.ask("a", 1) == 1
    assert fault.hits == 1


def test_what_makes_no_sense_is_refused_with_a_sentence() -> None:
    for kind, actor, sentence in (
        ("flood", "a", "there is no fault flood"),
        ("hang", "journal", "cannot be replaced"),
        ("raise", None, "say what raise is for"),
    ):
        with pytest.raises(ValueError, match=sentence):
            Wanted(kind, SECONDS, actor=actor)


def test_every_actor_kind_is_known() -> None:
    assert issubclass(Echo, Actor)
