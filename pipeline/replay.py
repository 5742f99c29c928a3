"""Runs a flow against what is recorded: the same path for a first run and for one after a crash.

`Run` is told replies and says which commands nobody has answered yet. It keeps no clock and does nothing itself.
"""

from collections import Counter
from collections.abc import Coroutine, Mapping
from typing import Any, NamedTuple

from pipeline.flow import Asked, Command
from pipeline.value import Value


class Key(NamedTuple):
    """The name of a checkpoint within its job: the step and its count, from 0 per step name."""

    step: str
    ordinal: int


Flow = Coroutine[tuple[Asked[Any], ...], tuple[Any, ...], Value]


class Run:
    """One life of a flow: what it still waits for, and what came of it.

    `waiting` holds the commands without an answer; when it is empty the flow has ended, with `result` or `error`.
    `asked` holds all commands so far, in the order they were asked.
    """

    def __init__(self, flow: Flow, recorded: Mapping[Key, Value] | None = None) -> None:
        self._flow = flow
        self._replies: dict[Key, Value] = dict(recorded or {})
        self._counts: Counter[str] = Counter()
        self._batch: tuple[Key, ...] = ()
        self.asked: dict[Key, Command[Any]] = {}
        self.waiting: dict[Key, Command[Any]] = {}
        self.result: Value | None = None
        self.error: Exception | None = None

    @property
    def ended(self) -> bool:
        """Whether the flow has returned or raised."""
        return self.result is not None or self.error is not None

    def begin(self) -> dict[Key, Command[Any]]:
        """Start the flow; returns the commands to perform, none of which is recorded."""
        return self._advance(None)

    def hear(self, key: Key, reply: Value) -> dict[Key, Command[Any]]:
        """Take one reply; returns the commands that it leads to. A reply nobody waits for changes nothing."""
        if self.waiting.pop(key, None) is None:
            return {}
        self._replies[key] = reply
        return {} if self.waiting else self._advance(self._heard())

    def close(self) -> None:
        """End the flow where it stands; it asks nothing more."""
        self.waiting.clear()
        self._flow.close()

    def _advance(self, replies: tuple[Value, ...] | None) -> dict[Key, Command[Any]]:
        while not self.ended:
            asked = self._send(replies)
            self.waiting = {key: command for key, command in asked.items() if key not in self._replies}
            if self.waiting:
                return dict(self.waiting)
            replies = self._heard()
        return {}

    def _send(self, replies: tuple[Value, ...] | None) -> dict[Key, Command[Any]]:
        try:
            asked = self._flow.send(replies)  # type: ignore[arg-type]  # None starts a coroutine
        except StopIteration as stop:
            self.result = stop.value
        except Exception as error:  # noqa: BLE001  # whatever a flow raises ends its job, never its runner
            self.error = error
        else:
            numbered = {self._number(one): one.command for one in asked}
            self._batch = tuple(numbered)
            self.asked.update(numbered)
            return numbered
        self._batch = ()
        return {}

    def _number(self, asked: Asked[Any]) -> Key:
        key = Key(asked.step, self._counts[asked.step])
        self._counts[asked.step] += 1
        return key

    def _heard(self) -> tuple[Value, ...]:
        return tuple(self._replies[key] for key in self._batch)
