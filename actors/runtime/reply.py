"""The answer to an ask: a Pykka future whose first outcome wins and whose `await` blocks no event loop."""

import asyncio
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import pykka

from actors.runtime.errors import AskTimeoutError

if TYPE_CHECKING:
    from pykka._types import OptExcInfo

T = TypeVar("T")


class Reply(pykka.Future[T]):
    """A later outcome is ignored, because a fenced actor may still answer what was already given up."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._done = False
        self._value: Any = None
        self._error: BaseException | None = None
        self.given_up = False
        self._callbacks: list[Callable[[], None]] = []

    @property
    def done(self) -> bool:
        """Whether an outcome has been set."""
        return self._done

    def get(self, *, timeout: float | None = None) -> T:
        """Wait up to `timeout` seconds for the value; raises the error of the actor, or AskTimeoutError."""
        if self._get_hook is not None:
            return super().get(timeout=timeout)
        if not self._done:
            self._wait(timeout)
        return self._unwrap()

    def set(self, value: T | None = None) -> None:
        """Set the value, unless an outcome is there already."""
        self._settle(value, None)

    def set_exception(self, exc_info: "OptExcInfo | None" = None) -> None:
        """Set the error of `exc_info` (default: the one being handled), unless an outcome is there already."""
        error = (exc_info or sys.exc_info())[1]
        self._settle(None, error or RuntimeError("the actor failed without saying why"))

    def fail(self, error: BaseException) -> None:
        """Set an error, unless an outcome is there already."""
        self._settle(None, error)

    def give_up(self, error: BaseException) -> None:
        """Nobody waits any more: who still works on it may stop. The first outcome wins."""
        self._settle(None, error, given_up=True)

    def when_done(self, callback: Callable[[], None]) -> None:
        """Call back once: from the thread that sets the outcome, or at once if it is there."""
        with self._lock:
            if not self._done:
                self._callbacks.append(callback)
                return
        callback()

    def __await__(self) -> Generator[Any, None, T]:
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[None] = loop.create_future()
        self.when_done(lambda: _rouse(loop, waiter))
        yield from waiter.__await__()
        return self._unwrap()

    __iter__ = __await__

    def _settle(self, value: T | None, error: BaseException | None, *, given_up: bool = False) -> None:
        with self._lock:
            if self._done:
                return
            self._value, self._error, self.given_up, self._done = value, error, given_up, True
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback()

    def _wait(self, timeout: float | None) -> None:
        latch = threading.Lock()
        latch.acquire()
        self.when_done(latch.release)
        if not latch.acquire(timeout=-1 if timeout is None else max(timeout, 0.0)):
            msg = f"no reply within {timeout} s; the actor is busy, hung or restarting"
            raise AskTimeoutError(msg)

    def _unwrap(self) -> T:
        if self._error is not None:
            raise self._error
        value: T = self._value
        return value


def _rouse(loop: asyncio.AbstractEventLoop, waiter: "asyncio.Future[None]") -> None:
    """Wake a waiter from any thread; a loop that has been closed has nobody left to wake."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(lambda: None if waiter.done() else waiter.set_result(None))
