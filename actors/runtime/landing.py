"""Stops Python code from another thread, but only inside what an actor's author wrote.

An exception set in another thread arrives at any bytecode. Inside the runtime it would tear a mailbox or lose a
reply, so it is thrown only while the author's code is entered, and that code is not left before it has arrived.
It never interrupts a call into C: such a thread is abandoned.
"""

import ctypes
from collections.abc import Callable, Coroutine, Generator
from threading import Lock, get_ident
from time import sleep
from types import coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_ARRIVALS = 3
"""How often a thread is made to look before an exception that has been set counts as swallowed."""


class HardKill(BaseException):
    """Thrown into an actor's code; no `except Exception` holds it up."""


class Landing:
    """One per incarnation; `throw` is called from another thread.

    Threads that only speak for the incarnation are never thrown at, and `outside` is a plain call in them.
    """

    def __init__(self) -> None:
        self._thread: int | None = None
        self._entered = False
        self._aimed = False
        self._thrown = False
        self._throwing = Lock()

    def call(self, action: Callable[..., T], *arguments: object) -> T:
        """Call the author's code; raises HardKill if it was killed meanwhile, even where the code swallowed it."""
        try:
            self._entered = True
            return action(*arguments)
        finally:
            self._entered = False
            if self._aimed:
                self._land()

    def outside(self, action: Callable[..., T], *arguments: object) -> T:
        """Call the runtime from the author's code: nothing is thrown into it."""
        if not self._entered or get_ident() != self._thread:
            return action(*arguments)
        self._entered = False
        if self._aimed:
            self._land()
        try:
            return action(*arguments)
        finally:
            self._entered = True

    @coroutine
    def steps(self, work: Coroutine[Any, Any, T]) -> Generator[Any, Any, T]:
        """Await the author's coroutine; it is entered only while it runs, not while it waits."""
        step, value = work.send, None
        while True:
            try:
                waits_for = self.call(step, value)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]  # what the coroutine returned
            try:
                value = yield waits_for
            except BaseException as error:  # noqa: BLE001 - whatever the event loop throws in is the author's
                step, value = work.throw, error
            else:
                step = work.send

    def settle(self) -> None:
        """This thread is the incarnation's."""
        self._thread = get_ident()

    def renew(self) -> None:
        """What was thrown has arrived; the next one may be thrown."""
        with self._throwing:
            self._aimed = self._thrown = False

    def throw(self) -> bool:
        """Interrupt the author's code, if its thread is inside it, once; says whether it was."""
        with self._throwing:
            if self._aimed or self._thread is None:
                return False
            self._aimed = True  # from here on the code is not left without looking
            if not self._entered:
                self._aimed = False
                return False
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), ctypes.py_object(HardKill))
            self._thrown = True
            return True

    def _land(self) -> None:
        """Wait until what was aimed has arrived, or was not thrown after all."""
        while self._aimed and not self._thrown:
            sleep(0)
        if self._thrown:
            for _ in range(_ARRIVALS):
                sleep(0)
            raise HardKill
