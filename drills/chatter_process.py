"""The server in which things happen at random, as a process that can be killed."""

import asyncio
import json
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from app.settings import ROOT


class ChatterProcess:
    """The server as a process: the same port and data in each of its lives."""

    def __init__(self, data: Path, proxy: int, seed: int, projects: Sequence[str]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = int(free.getsockname()[1])
        self._data, self._hosts, self._seed = data, [f"127.0.0.1:{port}" for port in (self.port, proxy)], seed
        self._projects = projects
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> str:
        """Start it and wait until it answers; returns the name of the history."""
        self._seed += 1
        asked = {"data": str(self._data), "port": self.port, "hosts": self._hosts, "projects": list(self._projects)}
        with (self._data / "server.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "drills.chatter", json.dumps({**asked, "seed": self._seed})),
                cwd=ROOT,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        try:
            return str((await self._answer())["epoch"])
        except BaseException:
            await self.kill()
            raise

    async def hush(self) -> None:
        """Nothing happens any more, but it goes on serving."""
        assert self._process is not None  # noqa: S101
        assert self._process.stdin is not None  # noqa: S101
        self._process.stdin.write(b'{"do": "hush"}\n')
        await self._answer()

    async def kill(self) -> None:
        """SIGKILL; nothing is left of it."""
        if self._process is None:
            return
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()

    async def _answer(self) -> dict[str, object]:
        assert self._process is not None  # noqa: S101
        assert self._process.stdout is not None  # noqa: S101
        async with asyncio.timeout(60.0):
            line = await self._process.stdout.readline()
        if not line:
            raise RuntimeError((self._data / "server.log").read_text(errors="replace")[-2000:])
        answer: dict[str, object] = json.loads(line)
        return answer
