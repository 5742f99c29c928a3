"""What the broadcaster hands over: a stored event with its number, and its bytes, made once for all clients."""

from typing import Protocol

from pipeline.events.event import Event
from pipeline.ids import ProjectId


class Published(Protocol):
    """A committed event, ready to be sent."""

    @property
    def project(self) -> ProjectId: ...

    @property
    def seq(self) -> int: ...

    @property
    def name(self) -> str: ...

    @property
    def told(self) -> Event: ...

    @property
    def frame(self) -> bytes: ...
