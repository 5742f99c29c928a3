"""The running system: everything in one process, started in order and stopped in reverse."""

import asyncio
import gc
import logging
import random
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Self

import composer
from actors.faults import Faults
from actors.faults.on_the_wire import OnTheWire
from actors.gates.gates import Gates
from actors.gates.programs import find
from actors.llm import Models
from actors.messages import JOURNAL
from actors.orchestrator.chances import Chances
from actors.records import Records
from actors.runtime.statistics import SystemStatistics
from actors.tree import Parts
from app import credentials
from app.checkup import Checkup
from app.console import Tools, console_of
from app.control_run import ControlRun
from app.engine import Engine
from app.errors import AddressTakenError
from app.eyes import eyes
from app.fault_desk import FaultDesk
from app.full_disk import BreakableWriter, renaming
from app.housekeeping import cleaning, housekeeper_of
from app.ids import new_id
from app.models import demo_models, described, models_of, rates_of
from app.overhearing import Overhearing
from app.settings import ROOT, Settings
from app.settling import settle
from app.sweeps import Sweeps
from app.telemetry.metrics import Sources
from app.telemetry.telling_writer import telemetry
from server.application import application, listen, runner
from server.handles import Handles
from server.streams.hub import Hub
from storage.artifacts import FOLDER, ArtifactStore
from storage.condition import Condition
from storage.database import Database, open_database
from storage.reader import Reader
from storage.replies import Replies
from storage.trail import Trail
from storage.writer import Writer

logger = logging.getLogger(__name__)

SWITCH_INTERVAL_S = 0.0005
"""Threads hand over ten times sooner than by default: with one of them busy a timer is then 0.8 ms late, not 5.4."""


@dataclass
class Bazaar:
    """One system on one data folder. `async with Bazaar(settings)` starts it; leaving stops it, in reverse order."""

    settings: Settings
    _stopping: bool = False
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    condition: Condition = field(default_factory=Condition)
    on_hang: Callable[[str], None] = lambda _: None

    async def __aenter__(self) -> Self:
        self._stack.callback(sys.setswitchinterval, sys.getswitchinterval())
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        try:
            await self._start()
        except BaseException:
            await self._stack.aclose()
            raise
        gc.collect()
        gc.freeze()
        self._stack.callback(gc.unfreeze)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()
        logger.info("stopped")

    async def settle(self, hurried: threading.Event) -> bool:
        """Refuse commands from now on, and let the steps in hand end within the limit; says whether all did."""
        self._stopping = True
        return await asyncio.to_thread(settle, self.engine.system, self.settings.stop_s, hurried)

    @property
    def login_url(self) -> str:
        """The one address to open."""
        return f"{self.url}/login?token={self.token}"

    @property
    def console_url(self) -> str:
        """The address of the console, for who runs and develops the system."""
        return f"{self.url}/console/login?token={self.operator_token}"

    async def _start(self) -> None:
        database = open_database(self.settings.data)
        self._stack.callback(database.close)
        listener = _listening(self.settings.host, self.settings.port)
        self._stack.callback(listener.close)
        self.token = credentials.token_of(self.settings.data)
        self.operator_token = credentials.operator_token_of(self.settings.data)
        self.url = _url_of(listener)
        self.records = Records(Trail(self.settings.data / "records.jsonl"), new_id)
        self.faults = Faults(new_id, time.time, self.records.log)
        renames = renaming(self._disk_is_full)
        artifacts = ArtifactStore(self.settings.data / FOLDER, self.condition, rename=renames)
        self.reader = reader = Reader(self.settings.data, self.condition, artifacts)
        self._stack.callback(reader.close)
        self.hub = Hub()
        self.models = await self._models()
        self.models.wire.by = OnTheWire(self.faults)
        await self._start_actors(database, reader, artifacts)
        self.keeper = housekeeper_of(self.settings, self.engine.system, artifacts)
        self._stack.callback(self.keeper.close)
        await self._stack.enter_async_context(cleaning(self.keeper))
        await self._serve(listener, reader, artifacts)
        credentials.announce(self.settings.data, self.url)
        self._stack.callback(credentials.withdraw, self.settings.data)

    async def _models(self) -> Models:
        if not self.settings.is_demo:
            return models_of(self.settings)
        running = await composer.start("127.0.0.1", 0, self.settings.demo_pace)
        self._stack.push_async_callback(running.stop)
        return demo_models(running.base_url, self.settings)

    async def _start_actors(self, database: Database, reader: Reader, artifacts: ArtifactStore) -> None:
        programs = find(ROOT)
        parts = Parts(
            writer=self._writer(database, reader, artifacts),
            reader=reader,
            artifacts=artifacts,
            sink=Overhearing(self.hub, self.records.log),
            history=database.history_epoch,
            books=reader.books,
            models=self.models,
            checks=lambda: Gates(programs),
            eyes=lambda: eyes(wanted=self.settings.inspect, chromium=self.settings.chromium),
            chances=Chances(time.time, random.random),
            build_workers=self.settings.build_workers,
            limits=self.settings.job_limits,
        )
        self.engine = Engine(parts, self.records, self.on_hang)
        self.faults.attach(self.engine.system, self.engine.supervisor.kill)
        self._stack.callback(self.engine.system.stop)
        await asyncio.to_thread(self.engine.start)
        self._stack.push_async_callback(asyncio.to_thread, self.engine.stop)
        self._stack.callback(self.faults.end_all)

    async def _serve(self, listener: socket.socket, reader: Reader, artifacts: ArtifactStore) -> None:
        running = runner(application(self._handles(listener, reader, artifacts)))
        await running.setup()
        self._stack.push_async_callback(running.cleanup)
        await listen(running, listener)

    def _handles(self, listener: socket.socket, reader: Reader, artifacts: ArtifactStore) -> Handles:
        return Handles(
            journal=self.engine.system.address(JOURNAL),
            reader=reader,
            artifacts=artifacts,
            hub=self.hub,
            token=self.token,
            operator_token=self.operator_token,
            allowed_hosts=_hosts(self.settings.host, listener.getsockname()[1]),
            pages=ROOT / "web" / "dist",
            model=described(self.models, demo=self.settings.is_demo),
            condition=self.condition,
            keeper=self.keeper,
            accepts=lambda: not self._stopping,
            readiness=self._readiness,
            metrics=self.telemetry.metrics.text,
            ids=new_id,
            clock=time.time,
            limits=self.settings.stream_limits,
            rates=rates_of(self.models),
            console=console_of(self.engine, self._readiness, reader, self.hub, self._tools()),
        )

    def _readiness(self) -> dict[str, str]:
        """What is not as it should be: actors that are given up, and what the store cannot do."""
        troubles = {f"store: {what}": trouble.reason for what, trouble in self.condition.troubles.items()}
        stopping = {"stopping": "it takes no commands any more"} if self._stopping else {}
        return self.engine.readiness() | troubles | stopping

    def _writer(self, database: Database, reader: Reader, artifacts: ArtifactStore) -> Writer:
        """Tells metrics and traces of what it has committed."""
        replies, condition = Replies(artifacts), self.condition
        writer = BreakableWriter(database, clock=time.time, ids=new_id, replies=replies, condition=condition)
        writer.is_full = self._disk_is_full
        streams = self.hub.connections
        sources = Sources(reader.job_counts, self._statistics, lambda: len(streams))
        self.telemetry = writer.telemetry = telemetry(sources, self.settings.otlp_endpoint)
        return writer

    def _tools(self) -> Tools:
        control = ControlRun(self.url, self.token) if self.settings.is_demo else None
        desk = FaultDesk(self.faults, self.engine.overview, self.reader, control)
        sweeps = Sweeps(new_id)
        self._stack.callback(sweeps.close)
        return Tools(desk, Checkup(self.settings.data, self.reader, self.models, self.condition), sweeps)

    def _disk_is_full(self) -> bool:
        return self.faults.hit_by("disk-full", "", None) is not None

    def _statistics(self) -> SystemStatistics:
        return self.engine.system.statistics()


def _listening(host: str, port: int) -> socket.socket:
    """The socket, bound at once, so that a port that is taken is said before anything is started."""
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(where[:2], family=family, backlog=512)
    except OSError as error:
        raise AddressTakenError(host, port, error) from error


def _url_of(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104  # what is printed for it
    return f"http://{shown}:{port}"


def _hosts(host: str, port: int) -> frozenset[str]:
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]", host))
