"""Those who send, each in a process of its own: ours, the limit, and its peers where they are there."""

import http.client
import json
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Protocol

from app.credentials import token_of
from app.settings import ROOT

NGINX_MODULE = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")
PAYLOAD = "@" + "x" * 160
_HERE = Path(__file__).parent


class Sender(Protocol):
    """A fan-out that can be asked to send."""

    port: int
    request: bytes

    @property
    def pid(self) -> int: ...

    def send(self, events: int) -> None: ...

    def close(self) -> None: ...


class Piped:
    """One that takes a line for each tick."""

    request = b"GET /events HTTP/1.1\r\nHost: x\r\n\r\n"

    def __init__(self, words: list[str], port: int) -> None:
        self.port = port
        self._process = subprocess.Popen([*words, str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
        self.ready = self._line()

    @property
    def pid(self) -> int:
        """Of the process that sends."""
        return self._process.pid

    def send(self, events: int) -> None:
        """So many events in one tick."""
        self._say(f"{events} {PAYLOAD}")

    def close(self) -> None:
        """End it."""
        self._process.kill()
        with self._process:
            pass

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None  # noqa: S101
        self._process.stdin.write(f"{line}\n".encode())
        self._process.stdin.flush()

    def _line(self) -> bytes:
        assert self._process.stdout is not None  # noqa: S101
        return self._process.stdout.readline()


class Ours(Piped):
    """The product's."""

    def __init__(self, data: Path, port: int) -> None:
        data.mkdir(parents=True, exist_ok=True)
        asked = json.dumps({"data": str(data), "port": port})
        super().__init__([sys.executable, "-m", "benchmarks.streams.ours", asked], port)
        self._token = token_of(data)
        self.epoch = str(json.loads(self.ready)["epoch"])
        self.request = self.asking("/api/projects/p/events")

    @property
    def back(self) -> bytes:
        """The request of one that comes back and missed nothing."""
        return self.asking(f"/api/projects/p/events?after={self.epoch}.{self.ask('live')['last']}")

    def asking(self, path: str) -> bytes:
        """The request for a path."""
        host = f"Host: 127.0.0.1:{self.port}\r\nAuthorization: Bearer {self._token}\r\n\r\n"
        return f"GET {path} HTTP/1.1\r\n{host}".encode()

    def send(self, events: int) -> None:
        """So many events in one tick, not stored."""
        self.ask("publish", events=events, text=PAYLOAD)

    def ask(self, do: str, **asked: object) -> dict[str, Any]:
        """Have something done; returns what it says."""
        self._say(json.dumps({"do": do, **asked}))
        answer: dict[str, Any] = json.loads(self._line())
        return answer


class Nchan:
    """nginx with nchan, one process."""

    request = b"GET /sub HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"

    def __init__(self, folder: Path, port: int) -> None:
        folder.mkdir(parents=True)
        self.port = port
        conf = folder / "nginx.conf"
        conf.write_text((_HERE / "nchan.conf").read_text().format(module=NGINX_MODULE, folder=folder, port=port))
        nginx = shutil.which("nginx") or "nginx"
        self._process = subprocess.Popen(
            [nginx, "-c", conf, "-p", folder, "-e", folder / "error.log"], stdin=subprocess.DEVNULL
        )
        until_listening(port)
        self._publisher = http.client.HTTPConnection("127.0.0.1", port)

    @property
    def pid(self) -> int:
        """Of the process that sends."""
        return self._process.pid

    def send(self, events: int) -> None:
        """So many messages, one after another: it takes no more at once."""
        for _ in range(events):
            self._publisher.request("POST", "/pub", PAYLOAD)
            self._publisher.getresponse().read()

    def close(self) -> None:
        """End it."""
        self._publisher.close()
        self._process.kill()
        self._process.wait()


def limit(folder: Path, port: int) -> Piped | None:
    """The bare C writer, compiled on the spot; None where there is no compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    program = folder / "limit"
    subprocess.run([compiler, "-O2", "-o", program, _HERE / "limit.c"], check=True)
    return Piped([str(program)], port)


def aiohttp_sse(port: int) -> Piped:
    """aiohttp-sse as documented."""
    return Piped([sys.executable, "-m", "benchmarks.streams.aiohttp_sse"], port)


def nchan(folder: Path, port: int) -> Nchan | None:
    """nchan, where it is installed."""
    return Nchan(folder / "nchan", port) if shutil.which("nginx") and NGINX_MODULE.exists() else None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def until_listening(port: int) -> None:
    """Wait until somebody does."""
    for _ in range(500):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError(f"nobody listens on port {port}")


def cpu_s(pid: int) -> float:
    """The processor time of another process so far, to the nanosecond."""
    return time.clock_gettime((~pid << 3) | 2)
