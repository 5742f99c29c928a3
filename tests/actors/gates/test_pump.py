import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from actors.gates.pump import Ending, Pump

ECHO = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"


@contextmanager
def pumping(code: str, most_bytes: int = 10_000_000) -> Iterator[Pump]:
    with subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            yield Pump((process.stdin, process.stdout, process.stderr), most_bytes=most_bytes)
        finally:
            process.kill()


def test_feeds_and_hears_more_than_pipes_hold_without_a_deadlock() -> None:
    data = bytes(2_000_000)
    with pumping(ECHO) as pump:
        assert pump.until_closed(data, within_s=30) is Ending.CLOSED
        assert pump.out == data


def test_a_line_ends_hearing_while_the_child_lives_on() -> None:
    with pumping("print(input().upper(), flush=True); input()") as pump:
        assert pump.until_line(b"hello\n", within_s=30) is Ending.HEARD
        assert pump.out == b"HELLO\n"


def test_silence_ends_at_the_deadline() -> None:
    with pumping("input()") as pump:
        assert pump.until_line(b"", within_s=0.05) is Ending.LATE


def test_too_much_output_is_read_no_further() -> None:
    with pumping("import sys\nwhile True: sys.stderr.write('x' * 1000)", most_bytes=100_000) as pump:
        assert pump.until_closed(b"", within_s=30) is Ending.FLOODED
        assert len(pump.err) < 200_000


def test_a_child_that_does_not_listen_is_no_error() -> None:
    with pumping("print('bye')") as pump:
        assert pump.until_closed(bytes(2_000_000), within_s=30) is Ending.CLOSED
        assert pump.out == b"bye\n"
