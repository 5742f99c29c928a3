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
GUARDED: tuple[Refusal, ...] = (
    (401, "token.missing"),
    (401, "token.wrong"),
    (503, "store.unavailable"),
    (503, "store.unreadable"),
)
WITH_BODY: tuple[Refusal, ...] = (
    (400, "json.malformed"),
    (408, "body.too-slow"),
    (413, "body.too-large"),
    (422, "request.invalid"),
)
COMMAND: tuple[Refusal, ...] = (
    (422, "idempotency.mismatch"),
    (422, "request.invalid"),
    (503, "server.stopping"),
)
"""How a command is refused over its Idempotency-Key, and while the process stops."""

OF_PROJECTS: frozenset[Refusal] = frozenset({(404, "project.unknown"), (404, "job.unknown")})
DELETED: Refusal = (410, "project.deleted")
"""How whatever concerns a project refuses one that was deleted."""

KEY = "Idempotency-Key"


@dataclass(frozen=True)
class Route:
    """One operation. `gives` is a model or a media type; `takes` is the model of the body, if it has one.

    What is no GET is a command: it takes an Idempotency-Key and is done once under it, whatever its handler does.
    """

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
    takes_media: str | None = None
    """The media type of a body that is no JSON."""

    is_deprecated: bool = False
    """Kept for the callers of the earlier system alone."""
    takes_file: bool = False
    """The body is a file of any size, and the handler itself sees to the Idempotency-Key."""

    @property
    def is_command(self) -> bool:
        """Whether it changes something."""
        return self.method != "GET"

    @property
    def request_headers(self) -> tuple[str, ...]:
        """Every header that it heeds."""
        return (*self.headers, KEY) if self.is_command else self.headers

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every problem this operation may answer with."""
        guarded = () if self.is_open else GUARDED
        has_body = self.takes or self.takes_media or self.takes_file
        of_its_kind = (*(WITH_BODY if has_body else ()), *(COMMAND if self.is_command else ()))
        of_projects = (DELETED,) if OF_PROJECTS & set(self.refuses) else ()
        return tuple(dict.fromkeys((*self.refuses, *of_projects, *guarded, *of_its_kind, *ALWAYS)))
