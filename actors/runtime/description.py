"""What an actor holds, as far as it may be shown: asked in its own thread, or read from outside while it is busy."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from actors.runtime.redacted import redacted

_OF_THE_RUNTIME = frozenset({"address", "system", "end", "abandoned"})
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Describe:
    """To any actor: say what you hold. Answered by its host, in its thread, between two messages."""


@dataclass(frozen=True, slots=True)
class LastState:
    """What an actor held at a time of the system's clock; `died` says that this was its end."""

    fields: Mapping[str, object]
    at: float
    died: bool


def described(actor: object) -> Mapping[str, object]:
    """Its attributes, without what is secret or long."""
    held = {name.lstrip("_"): value for name, value in vars(actor).items() if name not in _OF_THE_RUNTIME}
    return redacted(held)


def seen_from_outside(actor: object) -> Mapping[str, object] | None:
    """The same from another thread, where it can be had: what is read may change meanwhile."""
    for _ in range(_TRIES):
        with suppress(Exception):
            return described(actor)
    return None
