"""The wire to the models' servers, with a place on it where somebody may stand to disturb it on purpose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from openai import DefaultAioHttpClient

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx2


class Disturber(Protocol):
    """Answers in a server's place, or lets it answer."""

    async def answer(
        self, request: httpx2.Request, ask: Callable[[], Awaitable[httpx2.Response]]
    ) -> httpx2.Response: ...


class ServerState(NamedTuple):
    """A server as its callers see it."""

    circuit: str
    failures: int
    in_use: int
    waiting: int


@dataclass
class Wire:
    """`by` is who stands there."""

    by: Disturber | None = None
    servers: dict[str, Callable[[], ServerState]] = field(default_factory=dict)
    """How each server that was asked is now, by its name; it can be read from any thread."""


class WireClient(DefaultAioHttpClient):
    """A client that asks whoever stands on the wire first."""

    def __init__(self, wire: Wire, **settings: Any) -> None:  # noqa: ANN401  # those of the SDK's own client
        super().__init__(**settings)
        self._wire = wire

    async def send(self, request: httpx2.Request, **how: Any) -> httpx2.Response:  # noqa: ANN401  # passed on as it is
        """Send a request."""
        by = self._wire.by
        if by is None:
            return await super().send(request, **how)
        return await by.answer(request, lambda: super(WireClient, self).send(request, **how))
