"""Words with a browser over two pipes: JSON, each message ended by a zero byte.

Source: the Chrome DevTools Protocol, and Chromium's --remote-debugging-pipe. What comes back is data of a process
that runs a stranger's code: it is read, and never trusted.
"""

import json
import os
import select
import time
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from actors.pixels.errors import BrowserError, BrowserGoneError, BrowserLateError

MOST_BYTES = 64 * 1024**2
"""A message of more is no answer of a browser that is asked for stills."""
_CHUNK = 1 << 16
_TAKEN_WITHIN_S = 10.0
"""A pipe that is full stays so while the browser is frozen."""

Told = Mapping[str, Any]


class Pipe:
    """Used by one thread. What the browser tells unasked goes to `on_event`, while somebody waits for an answer."""

    def __init__(self, *, reading: int, writing: int) -> None:
        self.on_event: Callable[[Told], None] = lambda _: None
        self._reading, self._writing = reading, writing
        self._numbers = count(1)
        self._heard = bytearray()
        self._awaited: set[int] = set()
        self._answers: dict[int, Told] = {}
        for end in (reading, writing):
            os.set_blocking(end, False)

    def call(
        self, method: str, params: Told | None = None, *, session: str | None = None, within_s: float = 10.0
    ) -> Told:
        """Ask, and wait for the answer.

        Raises:
            BrowserError: the browser refused; its two kinds say that it is gone, or late.
        """
        number = self.send(method, params, session=session)
        self._awaited.add(number)
        try:
            self.until(lambda: number in self._answers, method, within_s=within_s)
        finally:
            self._awaited.discard(number)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise BrowserError(f"{method}: {str(answer['error'])[:500]}")
        result = answer.get("result")
        return result if isinstance(result, dict) else {}

    def until(self, holds: Callable[[], bool], what: str, *, within_s: float) -> None:
        """Hear the browser until something holds. Raises BrowserGoneError, and BrowserLateError, which names `what`."""
        deadline = time.monotonic() + within_s
        while not holds():
            self._hear(deadline, what)

    def send(self, method: str, params: Told | None = None, *, session: str | None = None) -> int:
        """Ask without waiting for the answer, which is not kept; the number of the question.

        Raises:
            BrowserGoneError: the browser is gone.
            BrowserLateError: the browser does not take what it is asked.
        """
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        try:
            while data:
                if not select.select([], [self._writing], [], _TAKEN_WITHIN_S)[1]:
                    raise BrowserLateError(f"the browser did not take {method} in time")
                data = data[os.write(self._writing, data) :]
        except OSError as error:
            raise BrowserGoneError("the browser is gone") from error
        return number

    def close(self) -> None:
        """Say and hear nothing more."""
        os.close(self._reading)
        os.close(self._writing)

    def _hear(self, deadline: float, what: str) -> None:
        left_s = deadline - time.monotonic()
        if left_s <= 0 or not select.select([self._reading], [], [], left_s)[0]:
            raise BrowserLateError(f"the browser did not get to {what} in time")
        chunk = os.read(self._reading, _CHUNK)
        if not chunk or len(self._heard) > MOST_BYTES:
            raise BrowserGoneError("the browser closed its pipe" if not chunk else "the browser says too much")
        self._heard += chunk
        if b"\0" in chunk:
            self._take()

    def _take(self) -> None:
        *whole, rest = self._heard.split(b"\0")
        self._heard = bytearray(rest)
        for message in whole:
            self._sort(_read(bytes(message)))

    def _sort(self, message: Told) -> None:
        number = message.get("id")
        if isinstance(number, int):
            if number in self._awaited:
                self._answers[number] = message
        elif "method" in message:
            self.on_event(message)


def _read(message: bytes) -> Told:
    try:
        read = json.loads(message)
    except ValueError as error:
        raise BrowserGoneError("the browser said what is no JSON") from error
    return read if isinstance(read, dict) else {}
