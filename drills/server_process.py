"""A Bazaar in a process of its own, that can be killed: what drills, benchmarks and tests run against."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Self

from app.credentials import announced, token_of
from app.making.client import Client
from app.settings import ROOT

START_S = 90.0
STOP_S = 10.0
_KEPT = ("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH")


class ServerDiedError(Exception):
    """The server ended while it was waited for; the message is what it said last."""


class ServerProcess:
    """`async with ServerProcess(data)` starts it and waits until it answers; leaving kills what still runs."""

    def __init__(self, data: Path, *, port: int = 0, settings: dict[str, str] | None = None) -> None:
        self.data = data
        self._port = port
        self._settings = {"BAZAAR_STOP_S": "0.5", "BAZAAR_DEMO_PACE": "0", "BAZAAR_INSPECT": "0", **(settings or {})}
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.kill()

    @property
    def pid(self) -> int:
        """The process id of the running server."""
        return self._running.pid

    @property
    def url(self) -> str:
        """Where it answers; the same after a restart."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def token(self) -> str:
        """The token of its data folder."""
        return token_of(self.data)

    def client(self) -> Client:
        """A client with the token."""
        return Client(self.url, self.token)

    async def start(self) -> None:
        """Start it, on the port it had before, and wait for its address. Raises ServerDiedError."""
        self.data.mkdir(parents=True, exist_ok=True)
        (self.data / "server.json").unlink(missing_ok=True)
        env = {name: os.environ[name] for name in _KEPT if name in os.environ}
        words = ("-m", "app", "serve", "--no-open", "--port", str(self._port), "--data", str(self.data))
        log = (self.data / "server.log").open("ab")
        with log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *words, cwd=ROOT, env={**env, **self._settings}, stdout=log, stderr=log
            )
        async with asyncio.timeout(START_S):
            await self._announced()

    async def kill(self) -> None:
        """SIGKILL: no warning, no last words."""
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def stop(self, how: signal.Signals = signal.SIGINT, *, within_s: float = STOP_S) -> int:
        """Ctrl-C, or another way to ask; returns the exit code. Raises TimeoutError when it does not stop."""
        self._running.send_signal(how)
        return await asyncio.wait_for(self._running.wait(), within_s)

    @property
    def _running(self) -> asyncio.subprocess.Process:
        if self._process is None:
            message = "the server was not started; call start() first"
            raise ServerDiedError(message)
        return self._process

    async def _announced(self) -> None:
        while (address := announced(self.data)) is None or address.pid != self.pid:
            if self._running.returncode is not None:
                raise ServerDiedError(_tail(self.data / "server.log"))
            await asyncio.sleep(0.01)
        self._port = int(address.url.rpartition(":")[2])


def _tail(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")[-2000:]
