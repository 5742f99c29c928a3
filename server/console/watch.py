"""One look at the system every so often, for all who watch; nobody looks while nobody watches."""

import asyncio
import json
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from pydantic import JsonValue

from server.console.changes import change
from server.console.console import Json
from server.reading import reading

logger = logging.getLogger(__name__)

EVERY_S = 0.25
KEPT = 40
"""So many changes are kept for who is slow; who is slower gets everything anew."""


class Watch:
    """Lives on the server's loop. `version` counts the changes that were seen."""

    def __init__(self, look: Callable[[], Json], every_s: float = EVERY_S) -> None:
        self._look = look
        self._every_s = every_s
        self._watchers = 0
        self._task: asyncio.Task[None] | None = None
        self._seen: Json | None = None
        self._frames: deque[tuple[int, bytes]] = deque(maxlen=KEPT)
        self._looked = asyncio.Event()
        self.version = 0
        self.closed = False

    @property
    def is_looking(self) -> bool:
        """Whether anybody is still looking."""
        return self._task is not None

    @asynccontextmanager
    async def watching(self) -> AsyncIterator[None]:
        """Somebody watches in this block."""
        self._watchers += 1
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            self._watchers -= 1

    async def whole(self) -> bytes:
        """The frame of everything as it was seen last."""
        if self._seen is None:
            found = await reading(self._look)
            self._heed(found)
        return frame("snapshot", self._seen)

    async def since(self, version: int) -> bytes:
        """The frames of what changed after that version; of everything, where that is too long ago."""
        if version == self.version:
            return b""
        kept = [framed for number, framed in self._frames if number > version]
        return b"".join(kept) if len(kept) == self.version - version else await self.whole()

    async def next(self) -> None:
        """Wait for the next look."""
        looked = self._looked
        await looked.wait()

    def close(self) -> None:
        """The server stops."""
        self.closed = True
        self._tell()
        if self._task:
            self._task.cancel()

    async def _run(self) -> None:
        with suppress(asyncio.CancelledError):
            while self._watchers and not self.closed:
                await asyncio.sleep(self._every_s)
                try:
                    self._heed(await reading(self._look))
                except Exception:
                    logger.exception("the console could not look")
                self._tell()
        self._task, self._seen = None, None
        self._frames.clear()

    def _heed(self, now: Json) -> None:
        told = change(self._seen, now) if self._seen else None
        self._seen = now
        if told:
            self.version += 1
            self._frames.append((self.version, frame("change", told)))

    def _tell(self) -> None:
        looked, self._looked = self._looked, asyncio.Event()
        looked.set()


def frame(name: str, data: JsonValue, number: str | None = None) -> bytes:
    """An event of the stream."""
    line = f"id: {number}\n" if number else ""
    return f"{line}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
