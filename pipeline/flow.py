"""How a flow asks: `await step(...)` yields a command that somebody else performs.

A flow is a coroutine that no event loop runs; `pipeline.replay` runs it. Every awaited command is a checkpoint.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar, Generic, TypeVar

from pipeline.value import Value

Reply = TypeVar("Reply", bound=Value)


class Command(Value, Generic[Reply]):
    """A request to the world, awaited by a flow; `reply_type` is the value that answers it."""

    reply_type: ClassVar[type[Value]]

    def digest(self) -> str:
        """What stands for the command: a recorded reply to another digest was to another question."""
        return digest_of(self.model_dump_json())


def digest_of(command: str) -> str:
    """SHA-256 of a command's JSON."""
    return sha256(command.encode()).hexdigest()


@dataclass(frozen=True)
class Asked(Generic[Reply]):
    """A command under the name of its step, not yet numbered."""

    step: str
    command: Command[Reply]

    def __await__(self) -> Generator["tuple[Asked[Any], ...]", "tuple[Any, ...]", Reply]:
        replies = yield (self,)
        reply: Reply = replies[0]
        return reply


@dataclass(frozen=True)
class AllOf(Generic[Reply]):
    """Commands that may run side by side; each keeps its own checkpoint."""

    asked: tuple[Asked[Reply], ...]

    def __await__(self) -> Generator["tuple[Asked[Any], ...]", "tuple[Any, ...]", tuple[Reply, ...]]:
        replies: tuple[Reply, ...] = yield self.asked
        return replies


def step(name: str, command: Command[Reply]) -> Asked[Reply]:
    """One command of the named step, to be awaited."""
    return Asked(name, command)


def all_of(asked: Sequence[Asked[Reply]]) -> AllOf[Reply]:
    """Several commands side by side; their replies come back in the order of the list."""
    return AllOf(tuple(asked))
