"""A build worker that does not come back is replaced within its limit, and the job goes on."""

import itertools
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from actors.build_worker import Checks
from actors.gates.child import Child
from actors.gates.errors import GateInterruptedError
from actors.gates.passed import Passed
from actors.gates.programs import find
from actors.runtime import Action
from pipeline.findings import Verdict
from tests.actors.edges import PATIENCE_S, Gate
from tests.actors.house import House

NODE = find(Path(__file__).parents[2]).node
LIMIT_S = 0.3


class Endless(Gate):
    """Its program loops for ever inside Node, and no limit of the gates ends it."""

    def __init__(self) -> None:
        super().__init__(Queue())
        self._child = Child([str(NODE), "-e", "for (;;) {}"], most_bytes=1000, cell=None)

    def build(self, source: str, passed: Passed) -> tuple[Verdict, bytes | None]:
        del passed
        assert source
        self._child.hear_line(b"", within_s=PATIENCE_S)
        raise GateInterruptedError("its program was killed")

    def interrupt(self) -> None:
        self._child.kill()

    def close(self) -> None:
        self._child.end()


class InC(Gate):
    """Waits in C code, which gave up the lock of the interpreter and hears of nothing."""

    def __init__(self, go: threading.Event) -> None:
        super().__init__(Queue())
        self._go = go

    def build(self, source: str, passed: Passed) -> tuple[Verdict, bytes | None]:
        del passed
        assert source
        assert self._go.wait(PATIENCE_S)
        return Verdict(accepted=True), b"from the grave"


@pytest.fixture
def go() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def first_of_all(stuck: Callable[[], Checks]) -> Callable[[], Checks]:
    """The first worker gets stuck; all others are well."""
    lives = itertools.count()
    return lambda: stuck() if next(lives) == 0 else Gate(Queue())


def test_an_endless_loop_inside_node_is_ended_and_the_job_goes_on(house: House) -> None:
    house.reopen(first_of_all(Endless), message_limit_s=LIMIT_S, instances=1)
    job = house.say("teaser")
    house.finish(3)
    assert house.names().count("job.complete") == 3
    assert house.names(job).count("job.complete") == 1
    kill = next(decision for decision in house.supervisor.decisions if decision.action is Action.KILL)
    assert kill.rule.startswith("Perform")
    assert f"the limit is {LIMIT_S:g} s" in kill.rule


def test_one_stuck_in_c_code_is_abandoned_and_the_job_goes_on_without_it(house: House, go: threading.Event) -> None:
    house.reopen(
        first_of_all(lambda: InC(go)), message_limit_s=LIMIT_S, instances=1, stop_timeout_s=0.5, kill_grace_s=0.0
    )
    house.say("teaser")
    house.finish(3)
    assert house.names().count("job.complete") == 3
    actions = [decision.action for decision in house.supervisor.decisions]
    assert actions[:4] == [Action.KILL, Action.INTERRUPT, Action.ABANDON, Action.RESTART]
    books = house.system.statistics().total
    go.set()
    assert house.system.statistics().total.balance == books.balance == 0
