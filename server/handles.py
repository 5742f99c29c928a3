"""What the server is given: addresses of actors, the store's readers, and what only app knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from aiohttp import web
from pydantic import JsonValue

from pipeline.assets import Asset
from pipeline.chat import Usage
from pipeline.events import Snapshot
from pipeline.history import Edit
from pipeline.ids import JobId, MessageId, ProjectId, RevisionId, SceneId, Sha256
from pipeline.jobs import JobView
from pipeline.spending import Budgets
from server.console.console import Console
from server.streams.hub import Hub
from server.streams.limits import Limits
from storage.backup.manifest import Manifest
from storage.books import Books
from storage.condition import Condition
from storage.entries import Entry
from storage.retention.cleaner import Removed
from storage.stored import (
    EventPage,
    FramePage,
    KnownKey,
    NotedStream,
    Outline,
    Place,
    ProjectSummary,
    RevisionEntry,
    StoredCheckpoint,
    StoredJob,
    StoredRevision,
)


class Address(Protocol):
    """Where an actor hears, whichever incarnation of it lives."""

    def tell(self, message: object, *, urgent: bool = False, sender: str | None = None) -> None: ...

    async def ask_async(self, message: object, *, timeout_s: float) -> object: ...


class Reads(Protocol):
    """The store, read only; its methods block and are called in the reading threads."""

    @property
    def books(self) -> Books: ...

    def projects(self) -> Sequence[ProjectSummary]: ...

    def deleted_projects(self) -> Sequence[ProjectSummary]: ...

    def snapshot(self, project: ProjectId) -> Snapshot: ...

    def outline(self, project: ProjectId) -> Outline: ...

    def asset(self, project: ProjectId, name: str) -> Asset: ...

    def edits(self, project: ProjectId, limit: int) -> tuple[Edit, ...]: ...

    def revisions(self, scene: SceneId) -> Sequence[RevisionEntry]: ...

    def revision(self, revision: RevisionId) -> StoredRevision: ...

    def job(self, job: JobId) -> StoredJob: ...

    def job_view(self, job: JobId) -> JobView: ...

    def checkpoints(self, job: JobId) -> Sequence[StoredCheckpoint]: ...

    def draft(self, job: JobId) -> str | None: ...

    def source(self, scene: SceneId) -> str: ...

    def project_of(self, message: MessageId) -> ProjectId: ...

    def place(self, project: ProjectId) -> Place: ...

    def frames_after(self, project: ProjectId, seq: int, limit: int) -> FramePage: ...

    def rows_after(self, project: ProjectId, seq: int, limit: int, job: JobId | None = None) -> EventPage: ...

    def noted_streams(self, limit: int) -> Sequence[NotedStream]: ...

    def names_artifact(self, name: Sha256) -> bool: ...

    def known_key(self, key: str) -> KnownKey | None: ...


class Artifacts(Protocol):
    """Bytes by the SHA-256 of their content."""

    def get(self, name: Sha256) -> bytes: ...

    def put(self, content: bytes, kind: str) -> Sha256: ...


class Keeper(Protocol):
    """What concerns the data folder as a whole; its methods block for long."""

    def spool(self) -> BinaryIO: ...

    def clean(self, *, dry_run: bool) -> Sequence[Removed]: ...

    def back_up(self, target: BinaryIO) -> Manifest: ...

    def export(self, project: ProjectId, target: BinaryIO) -> Manifest: ...

    def duplicate(self, project: ProjectId, seed: str, wrapped: Callable[[Entry], Entry]) -> ProjectId: ...

    def take_in(self, source: BinaryIO, seed: str, wrapped: Callable[[Entry], Entry]) -> ProjectId: ...


def _unknown(usage: Usage) -> float | None:
    del usage
    return None


@dataclass(frozen=True)
class Rates:
    """What models may take, which of them writes components, and what it costs."""

    budgets: Budgets = field(default_factory=Budgets)
    model: str = ""
    cost_usd: Callable[[Usage], float | None] = _unknown


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Handles:
    """All the server may touch.

    `allowed_hosts` are the `host:port` names that are ours; `pages` is the folder of the built pages; `condition`
    tells how the store is, `readiness` all that is not ready and why, `metrics` what Prometheus reads; `ids` makes a
    new id of a prefix; `clock` gives seconds since 1970.
    """

    journal: Address
    reader: Reads
    artifacts: Artifacts
    hub: Hub
    token: str = field(repr=False)
    operator_token: str = field(repr=False)
    allowed_hosts: frozenset[str]
    pages: Path
    model: dict[str, JsonValue]
    condition: Condition
    keeper: Keeper
    readiness: Callable[[], dict[str, str]]
    metrics: Callable[[], bytes]
    ids: Callable[[str], str]
    clock: Callable[[], float]
    limits: Limits = field(default_factory=Limits)
    rates: Rates = field(default_factory=Rates)
    accepts: Callable[[], bool] = _always
    console: Console | None = None


HANDLES = web.AppKey("handles", Handles)


def handles_of(request: web.Request) -> Handles:
    """What this application was given."""
    return request.app[HANDLES]
