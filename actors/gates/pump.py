"""Feeding a child and hearing it at the same time, never past a deadline and never more than so much."""

import os
import selectors
import time
from collections.abc import Callable
from enum import StrEnum
from typing import IO


class Ending(StrEnum):
    """Why hearing ended: what was waited for came, the output was closed, time was up, or it was too much."""

    HEARD = "heard"
    CLOSED = "closed"
    LATE = "late"
    FLOODED = "flooded"


class Pump:
    """The pipes of one child; `out` and `err` hold what was heard so far."""

    def __init__(self, pipes: tuple[IO[bytes], IO[bytes], IO[bytes]], *, most_bytes: int) -> None:
        self._stdin, self._stdout, self._stderr = pipes
        self._most_bytes = most_bytes
        self.out, self.err = bytearray(), bytearray()
        self._unsent = bytearray()
        os.set_blocking(self._stdin.fileno(), False)

    def until_line(self, data: bytes, *, within_s: float) -> Ending:
        """Write `data`, read until there is a whole line; the child's input stays open."""
        return self._run(data, within_s, heard=lambda: b"\n" in self.out, fed=lambda: None)

    def until(self, heard: Callable[[bytearray], bool], data: bytes, *, within_s: float) -> Ending:
        """Write `data`, read until what has come is enough; what could not be written by then goes out next time."""
        return self._run(data, within_s, heard=lambda: heard(self.out), fed=lambda: None)

    def until_closed(self, data: bytes, *, within_s: float) -> Ending:
        """Write `data`, close the child's input, read until it closes its output."""
        return self._run(data, within_s, heard=lambda: False, fed=self._stdin.close)

    def close(self) -> None:
        for pipe in (self._stdin, self._stdout, self._stderr):
            pipe.close()

    def _run(self, data: bytes, within_s: float, *, heard: Callable[[], bool], fed: Callable[[], None]) -> Ending:
        deadline = time.monotonic() + within_s
        self._unsent += data
        with selectors.DefaultSelector() as open_pipes:
            open_pipes.register(self._stdin.fileno(), selectors.EVENT_WRITE, (_write, self._unsent, fed))
            open_pipes.register(self._stdout.fileno(), selectors.EVENT_READ, (_read, self.out, lambda: None))
            open_pipes.register(self._stderr.fileno(), selectors.EVENT_READ, (_read, self.err, lambda: None))
            while not heard():
                if not any(key.events & selectors.EVENT_READ for key in open_pipes.get_map().values()):
                    return Ending.CLOSED
                if (left_s := deadline - time.monotonic()) <= 0:
                    return Ending.LATE
                for key, _ in open_pipes.select(left_s):
                    _move(open_pipes, key)
                if max(len(self.out), len(self.err)) > self._most_bytes:
                    return Ending.FLOODED
        return Ending.HEARD


def _move(open_pipes: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
    move, buffer, done = key.data
    if not move(key.fd, buffer):
        open_pipes.unregister(key.fd)
        done()


def _read(fd: int, buffer: bytearray) -> bool:
    chunk = os.read(fd, 65_536)
    buffer.extend(chunk)
    return bool(chunk)


def _write(fd: int, waiting: bytearray) -> bool:
    try:
        del waiting[: os.write(fd, waiting)]
    except BrokenPipeError:
        waiting.clear()
    return bool(waiting)
