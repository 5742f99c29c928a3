"""The event streams of the product without what makes video: what drills kill and benchmarks load.

Store, Journal, EventBroadcaster, hub and HTTP server are the product's own. It is told what to do by lines of JSON on
its input, and answers each with a line.
"""

import asyncio
import json
import secrets
import socket
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actors.event_broadcaster import EventBroadcaster
from actors.journal import Journal
from actors.messages import BROADCASTER, JOURNAL, Write
from actors.runtime import ActorSystem, ChildSpec, Supervisor
from app.credentials import operator_token_of, token_of
from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.project import Video
from server.application import application, listen, runner
from server.handles import Handles
from server.streams.hub import Hub
from server.streams.limits import Limits
from storage.artifacts import ArtifactStore
from storage.condition import Condition
from storage.database import Database, open_database
from storage.entries import AcceptMessage, CreateProject, Entry, Written
from storage.housekeeper import Housekeeper
from storage.reader import Reader
from storage.retention.policy import Policy
from storage.writer import Writer

ROOM = Limits(per_session=100_000, per_address=100_000, in_all=100_000)
MOST_WAITING = 1_000_000


@dataclass(frozen=True)
class Site:
    """The running parts; `hosts` are the names under which it may be called."""

    data: Path
    reader: Reader
    system: ActorSystem
    hub: Hub
    epoch: str

    def write_now(self, entry: Entry) -> Written:
        """As `write`, from a thread that may wait."""
        return asyncio.run(self.write(entry))

    async def write(self, entry: Entry) -> Written:
        """Commit an entry and let what follows from it out."""
        written = await self.system.address(JOURNAL).ask_async(Write(entry), timeout_s=30.0)
        if not isinstance(written, Written):
            raise TypeError(f"journal answered with {type(written).__name__}")
        return written

    async def begin(self, project: str) -> None:
        """A project with an open job; one that is there stays as it is."""
        await self.write(CreateProject(ProjectId(project), Video(name=project)))
        asked, answer, job = (f"{what}_{project}" for what in ("asked", "answer", "job"))
        entry = AcceptMessage(ProjectId(project), "local", MessageId(asked), MessageId(answer), "Hi", JobId(job))
        await self.write(entry)


Serve = Callable[[Site, dict[str, Any]], Awaitable[object]]


@asynccontextmanager
async def serving(data: Path, port: int, hosts: list[str], retry_ms: tuple[int, int]) -> AsyncIterator[Site]:
    """The whole of it until the block ends, on that port."""
    async with AsyncExitStack() as stack:
        database, reader, hub, system = open_database(data), Reader(data), Hub(retry_ms), ActorSystem()
        for close in (database.close, reader.close, system.stop):
            stack.callback(close)
        supervisor = Supervisor(system, _actors(database, hub))
        await asyncio.to_thread(supervisor.start)
        stack.push_async_callback(asyncio.to_thread, supervisor.stop, 3.0)
        site = Site(data, reader, system, hub, database.history_epoch)
        running = runner(application(_handles(site, hosts)))
        await running.setup()
        stack.push_async_callback(running.cleanup)
        listener = socket.create_server(("127.0.0.1", port))
        await listen(running, listener)
        yield site


def _actors(database: Database, hub: Hub) -> list[ChildSpec]:
    writer = Writer(database, clock=time.time, ids=_new_id)
    return [
        ChildSpec(JOURNAL, lambda: Journal(writer), MOST_WAITING),
        ChildSpec(BROADCASTER, lambda: EventBroadcaster(hub, database.history_epoch), MOST_WAITING),
    ]


async def obey(site: Site, commands: dict[str, Serve]) -> None:
    """Do what each line says, in turn, until the input ends."""
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader(limit=1 << 24)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    _say({"ready": True, "epoch": site.epoch})
    while line := await lines.readline():
        told = json.loads(line)
        _say(await commands[told.pop("do")](site, told))


def _handles(site: Site, hosts: list[str]) -> Handles:
    artifacts = ArtifactStore(site.data / "artifacts")
    return Handles(
        journal=site.system.address(JOURNAL),
        reader=site.reader,
        artifacts=artifacts,
        hub=site.hub,
        token=token_of(site.data),
        operator_token=operator_token_of(site.data),
        allowed_hosts=frozenset(hosts),
        pages=site.data / "pages",
        model={},
        readiness=dict,
        metrics=bytes,
        ids=_new_id,
        clock=time.time,
        condition=Condition(),
        limits=ROOM,
        keeper=Housekeeper(site.data, artifacts, site.write_now, policy=Policy(), clock=time.time),
    )


def _new_id(prefix: str) -> str:
    return f"{prefix}_{secrets.token_hex(8)}"


def _say(answer: object) -> None:
    print(json.dumps(answer), flush=True)
