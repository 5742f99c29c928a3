"""`GET /console/api/stream`: snapshots, what changes in them, and the log, which goes on where it was cut."""

import asyncio
from dataclasses import dataclass, field

from aiohttp import web

from server.authentication import session_of
from server.console.asking import console_of
from server.console.console import Console, Json
from server.console.discretion import without_secrets
from server.console.watch import Watch, frame
from server.handles import handles_of

PATIENCE_S = 30.0
HEARTBEAT_S = 5.0
FIRST_RECORDS = 200
MOST_RECORDS = 500
MOST_SPANS = 500
RETRY_MS = 1_000

WATCH = web.AppKey("watch", Watch)


async def get_stream(request: web.Request) -> web.StreamResponse:
    """Follow everything; a client that does not read is let go, and comes back with its cursor."""
    console, watch = console_of(request), request.app[WATCH]
    follower = Follower(console, watch, dict(request.query), _cursor(request, console))
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"})
    ends_at, clock = session_of(request).ends_at, handles_of(request).clock
    await response.prepare(request)
    async with watch.watching():
        await _written(response, f"retry: {RETRY_MS}\n\n".encode() + await follower.begin())
        while not watch.closed and (ends_at is None or clock() < ends_at):
            if not await _written(response, await _next(watch, follower) or _beat(clock())):
                break
    return response


@dataclass
class Follower:
    """What one client was sent so far."""

    console: Console
    watch: Watch
    asked: dict[str, str]
    number: int | None
    version: int = 0
    mark: object = None
    held: set[object] = field(default_factory=set)

    async def begin(self) -> bytes:
        """Everything now, and the log since the cursor or the last of it."""
        self.version = self.watch.version
        return await self.watch.whole() + self._log()

    async def news(self) -> bytes:
        """What came since last time."""
        version = self.watch.version
        changed = await self.watch.since(self.version)
        self.version = version
        return changed + self._log() + self._spans()

    def _log(self) -> bytes:
        log, boot = self.console.log, self.console.boot
        if self.number is None:
            self.number = max(0, log.last - FIRST_RECORDS)
        if log.last <= self.number:
            return b""
        records = log.after(self.number)[-MOST_RECORDS:]
        missed = records[0].n > self.number + 1
        self.number = records[-1].n
        data: Json = {"records": [without_secrets(record.shown()) for record in records], "missed": missed}
        return frame("log", data, f"{boot}.{self.number}")

    def _spans(self) -> bytes:
        if self.asked.get("spans") != "1":
            return b""
        spans, left_out, self.mark = self.console.overview.spans_after(self.mark, self.asked, MOST_SPANS)
        held: set[object] = {span["span"] for span in spans if span["ended_at"] is None}
        fresh = [span for span in spans if span["ended_at"] is not None or span["span"] not in self.held]
        self.held = held
        return frame("spans", {"spans": list(fresh), "left_out": left_out}) if fresh or left_out else b""


def _cursor(request: web.Request, console: Console) -> int | None:
    """The number that the client has, if it is one of this life of the process."""
    asked = request.headers.get("Last-Event-ID", request.query.get("after", ""))
    boot, _, number = asked.rpartition(".")
    is_ours = boot == console.boot and number.isascii() and number.isdigit()
    return int(number) if is_ours and int(number) <= console.log.last else None


async def _next(watch: Watch, follower: Follower) -> bytes:
    """The next news; nothing where there are none for long."""
    try:
        async with asyncio.timeout(HEARTBEAT_S):
            while not watch.closed:
                await watch.next()
                if news := await follower.news():
                    return news
    except TimeoutError:
        pass
    return b""


def _beat(at: float) -> bytes:
    """A page cannot hear comments, so it is told the time: then it knows a dead line from a quiet one."""
    return frame("change", {"at": at})


async def _written(response: web.StreamResponse, block: bytes) -> bool:
    """Whether the client took it in time."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            await response.write(block)
    except (TimeoutError, ConnectionError):
        return False
    return True


ROUTES = (web.get("/console/api/stream", get_stream, allow_head=False),)
