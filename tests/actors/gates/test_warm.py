import os
import signal
import sys
from collections.abc import Callable, Iterator

import pytest

from actors.gates import warm
from actors.gates.child import Child, Heard
from actors.gates.errors import GateUnavailableError
from actors.gates.hand import Hand
from actors.gates.pump import Ending
from actors.gates.warm import Warm

ECHO = "import os\nprint('ready', flush=True)\nwhile line := input(): print(os.getpid(), line, flush=True)"
StartWarm = Callable[..., Warm]


def listening(line: bytes, within_s: float = 30) -> Callable[[Child], Heard]:
    return lambda child: child.hear_line(line, within_s=within_s)


@pytest.fixture
def start() -> Iterator[StartWarm]:
    """Starts warm children whose program is a few lines of Python."""
    started: list[Warm] = []

    def start_warm(code: str = ECHO) -> Warm:
        argv = [sys.executable, "-I", "-S", "-c", code]
        started.append(Warm(lambda: Child(argv, most_bytes=1000, cell=None), Hand(), listening(b"")))
        return started[-1]

    yield start_warm
    for one in started:
        one.close()


def pid_that_answered(reader: Warm, line: bytes = b"x\n") -> int:
    heard, exit_code = reader.ask(listening(line))
    assert exit_code is None
    return int(heard.out.split()[0])


def test_one_child_answers_line_after_line(start: StartWarm) -> None:
    reader = start()
    assert pid_that_answered(reader) == pid_that_answered(reader)


def test_a_child_that_dies_over_a_line_is_told_and_replaced(start: StartWarm) -> None:
    reader = start("import sys\nprint('ready', flush=True)\nif input() == 'die': sys.exit(3)\nprint(1, flush=True)")
    heard, exit_code = reader.ask(listening(b"die\n"))
    assert (heard.ending, exit_code) == (Ending.CLOSED, 3)
    assert pid_that_answered(reader) == 1


def test_a_child_that_is_late_is_killed(start: StartWarm) -> None:
    reader = start("print('ready', flush=True)\nwhile True: pass")
    heard, exit_code = reader.ask(listening(b"x\n", within_s=0.1))
    assert (heard.ending, exit_code) == (Ending.LATE, -signal.SIGKILL)


def test_a_child_that_died_while_it_waited_is_replaced(start: StartWarm) -> None:
    reader = start()
    first = pid_that_answered(reader)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert pid_that_answered(reader) != first


def test_a_child_that_cannot_be_understood_is_ended_and_replaced(start: StartWarm) -> None:
    reader = start()
    first = pid_that_answered(reader)

    def not_understood(_: Child) -> Heard:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # it is the very one
        reader.ask(not_understood)
    assert pid_that_answered(reader) != first


def test_a_child_is_replaced_before_it_grows_old(start: StartWarm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "MOST_ANSWERS", 2)
    reader = start()
    first, second, third = [pid_that_answered(reader) for _ in range(3)]
    assert first == second != third


def test_a_program_that_never_starts_is_our_fault(start: StartWarm) -> None:
    with pytest.raises(GateUnavailableError, match="no luck"):
        start("import sys; sys.exit('no luck')").ask(listening(b"x\n"))


def test_nothing_is_left_after_close(start: StartWarm) -> None:
    reader = start()
    pid = pid_that_answered(reader)
    reader.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
