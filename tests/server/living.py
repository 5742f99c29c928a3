"""A real server on a loopback port over a real database; Journal is the writer itself, called in turn."""

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from aiohttp import ClientSession, TCPConnector, web
from peewee import SqliteDatabase
from pydantic import JsonValue

from actors.messages import Framed, Sending, Write
from pipeline.changes import AddScene
from pipeline.events import Event
from pipeline.events.wire import Cursor, event_frame
from pipeline.ids import JobId, MessageId, ProjectId, SceneId
from pipeline.jobs import JobStatus
from pipeline.project import Scene, Video
from server.application import application, runner
from server.console.console import Console
from server.handles import Handles
from server.streams.hub import Hub
from storage.artifacts import ArtifactStore
from storage.condition import Condition
from storage.database import Database, open_database
from storage.edits import EditProject
from storage.entries import (
    AcceptMessage,
    AdvanceJob,
    CreateProject,
    Entry,
    NoteStreams,
    Refused,
    StoredEvent,
    StreamNote,
    Written,
)
from storage.housekeeper import Housekeeper
from storage.reader import Reader
from storage.retention.policy import Policy
from storage.writer import Writer

TOKEN = "a-token-of-tests"
OPERATOR_TOKEN = "an-operators-token-of-tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
PROJECT = ProjectId("project_1")
JOB = JobId("job_1")
MODEL: dict[str, JsonValue] = {"provider": "demo", "model": "demo-composer", "demo": True}


@dataclass
class Journal:
    """Writes at once, keeps what would go out, and publishes as the broadcaster does."""

    writer: Writer
    hub: Hub
    epoch: str
    connection: SqliteDatabase
    failure: Exception | None = None
    fails_on: type[object] = object
    publishes: bool = True
    let_out: list[Sending] = field(default_factory=list)
    noted: list[StreamNote] = field(default_factory=list)

    async def ask_async(self, message: object, *, timeout_s: float) -> object:
        assert isinstance(message, Write)
        assert timeout_s == 5.0
        if self.failure and isinstance(message.entry, self.fails_on):
            raise self.failure
        written = await asyncio.to_thread(self.write, message.entry)
        if not written.repeated:
            self.let_out.extend(message.then)
        self.publish(written.events)
        return written

    def tell(self, message: object, *, urgent: bool = False, sender: str | None = None) -> None:
        del urgent, sender
        if self.failure:
            raise self.failure
        assert isinstance(message, Write)
        assert isinstance(message.entry, NoteStreams)
        self.noted.extend(message.entry.notes)
        self.write(message.entry)

    def write(self, entry: Entry) -> Written:
        [answer] = self.writer.write([entry])
        if isinstance(answer, Refused):
            raise answer.error
        return answer

    def publish(self, events: tuple[StoredEvent, ...]) -> None:
        if self.publishes:
            self.hub.publish_threadsafe([self.sent(event) for event in events])

    def sent(self, stored: StoredEvent) -> Framed:
        name = stored.event.wire_name()
        frame = event_frame(Cursor(self.epoch, stored.seq), name, stored.data)
        return Framed(stored.project, stored.seq, name, stored.event, frame)


@dataclass
class Site:
    """The running server, and what a test does with it."""

    handles: Handles
    journal: Journal
    artifacts: ArtifactStore
    reader: Reader
    hub: Hub
    host: str
    session: ClientSession
    not_ready: dict[str, str]
    database: Database
    stop: Callable[[], Awaitable[None]] = field(init=False)
    app: web.Application = field(init=False)

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    def begin(self, project: ProjectId = PROJECT, job: JobId = JOB) -> None:
        """A project with one message, and so with three events and an open job."""
        self.journal.write(CreateProject(project, Video(name="Nimbus")))
        said, answer = MessageId(f"said_{project}"), MessageId(f"answer_{project}")
        self.write(AcceptMessage(project, "local", said, answer, "a teaser", job))

    def add_scenes(self, *names: str) -> None:
        """Scenes of two seconds, each named as its id."""
        scenes = (Scene(id=SceneId(name), name=name, duration_frames=60) for name in names)
        self.write(EditProject(PROJECT, tuple(AddScene(scene=scene) for scene in scenes)))

    def write(self, entry: Entry) -> Written:
        written = self.journal.write(entry)
        self.journal.publish(written.events)
        return written

    def happen(self, *events: Event, status: JobStatus = JobStatus.RUNNING, job: JobId = JOB) -> Written:
        """Events of the open job, stored and published."""
        return self.write(AdvanceJob(job, 0, status, events=events))

    def everything(self) -> tuple[object, ...]:
        """What is stored, to see that nothing changed."""
        projects = self.reader.projects()
        return (projects, [self.reader.snapshot(project.id) for project in projects], list(self.journal.let_out))


@asynccontextmanager
async def living(folder: Path, console: Console | None = None) -> AsyncIterator[Site]:
    """A site that runs until the block ends."""
    sock = socket.create_server(("127.0.0.1", 0))
    host = f"127.0.0.1:{sock.getsockname()[1]}"
    with closing(open_database(folder / "data")) as database, closing(Reader(folder / "data")) as reader:
        async with ClientSession(headers=BEARER, connector=TCPConnector(limit=0)) as session:
            site = _site(folder, database, reader, session, host)
            site.handles = replace(site.handles, console=console)
            site.app = application(site.handles)
            async with served(site.app, sock) as site.stop:
                yield site


@asynccontextmanager
async def served(app: web.Application, sock: socket.socket) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """The application behind that socket until the block ends, or until what it gives is called."""
    running = runner(app)
    await running.setup()
    await web.SockSite(running, sock).start()
    try:
        yield running.cleanup
    finally:
        await running.cleanup()


def _site(folder: Path, database: Database, reader: Reader, session: ClientSession, host: str) -> Site:
    hub, ids, artifacts = Hub(), _ids(), ArtifactStore(folder / "artifacts")
    journal = Journal(Writer(database, clock=_clock, ids=ids), hub, database.history_epoch, database.connection)
    not_ready: dict[str, str] = {}
    handles = Handles(
        journal=journal,
        reader=reader,
        artifacts=artifacts,
        hub=hub,
        token=TOKEN,
        operator_token=OPERATOR_TOKEN,
        allowed_hosts=frozenset({host, host.replace("127.0.0.1", "localhost")}),
        pages=folder / "pages",
        model=dict(MODEL),
        condition=Condition(_clock),
        keeper=Housekeeper(folder / "data", artifacts, journal.write, policy=Policy(), clock=_clock),
        readiness=lambda: not_ready,
        metrics=lambda: b"bazaar_jobs 1\n",
        ids=ids,
        clock=_clock,
    )
    return Site(handles, journal, artifacts, reader, hub, host, session, not_ready, database)


def _ids() -> Callable[[str], str]:
    numbers = itertools.count(100)
    return lambda prefix: f"{prefix}_{next(numbers)}"


def _clock() -> float:
    return 1_700_000_000.0
