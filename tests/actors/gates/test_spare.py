import os
import signal
from collections.abc import Iterator

import pytest

from actors.gates.child import Child
from actors.gates.spare import Spare

started: list[Child] = []


@pytest.fixture
def spare() -> Iterator[Spare]:
    def start() -> Child:
        started.append(Child(["/bin/cat"], most_bytes=1000, cell=None))
        return started[-1]

    started.clear()
    kept = Spare(start)
    yield kept
    kept.close()
    for child in started:
        child.end()


def test_the_one_that_is_ready_is_taken_once(spare: Spare) -> None:
    assert spare.take() is started[0]
    assert spare.take() is started[1]
    spare.warm()
    assert spare.take() is started[2]


def test_one_that_died_while_it_waited_is_not_handed_out(spare: Spare) -> None:
    os.kill(started[0].pid, signal.SIGKILL)
    while started[0].lives:
        pass
    assert spare.take() is started[1]
    assert started[1].lives


def test_nothing_is_kept_after_close(spare: Spare) -> None:
    spare.close()
    spare.warm()
    assert [child.lives for child in started] == [False]
