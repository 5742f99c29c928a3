"""One operation of the API: its path, who answers it, with what, and how it refuses."""

from dataclasses import dataclass

from aiohttp.typedefs import Handler
from pydantic import BaseModel

Refusal = tuple[int, str]

ALWAYS: tuple[Refusal, ...] = (
    (403, "host.foreign"),
    (403, "origin.foreign"),
    (405, "method.not-allowed"),
    (500, "internal"),
)
GUARDED: tuple[Refusal, ...] = ((401, "token.missing"), (401, "token.wrong"), (503, "store.unavailable"))
WITH_BODY: tuple[Refusal, ...] = (
    (400, "json.malformed"),
    (408, "body.too-slow"),
    (413, "body.too-large"),
    (422, "request.invalid"),
    (422, "idempotency.mismatch"),
)


@dataclass(frozen=True)
class Route:
    """One operation. `gives` is a model or a media type; `takes` is the model of the body, if it has one."""

    method: str
    path: str
    handler: Handler
    status: int
    gives: type[BaseModel] | str
    takes: type[BaseModel] | None = None
    refuses: tuple[Refusal, ...] = ()
    headers: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every problem this operation may answer with."""
        guarded = () if self.is_open else GUARDED
        return (*self.refuses, *guarded, *(WITH_BODY if self.takes else ()), *ALWAYS)
