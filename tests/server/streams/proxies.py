"""What may stand between a browser and the server: nginx as it comes, and a proxy that buffers whatever it may."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"

_NGINX_CONF = """
daemon off; master_process off; pid {folder}/pid;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://{upstream}; }} }}
}}
"""


@asynccontextmanager
async def nginx(folder: Path, port: int, upstream: str) -> AsyncIterator[None]:
    """nginx with its default settings in front of `upstream`."""
    log = folder / "error.log"
    process = await asyncio.create_subprocess_exec(
        NGINX, "-c", _written(folder, port, upstream), "-p", folder, "-e", log
    )
    try:
        async with asyncio.timeout(30):
            while not await _listens(port):
                assert process.returncode is None, log
        yield
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


class BufferingProxy:
    """Holds answers back until they end, as proxies like to; unless an answer says that it must not, if it `obeys`."""

    def __init__(self, upstream: str, *, obeys: bool = True) -> None:
        self._host, _, port = upstream.partition(":")
        self._port = int(port)
        self._obeys = obeys
        self.held = b""

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[int]:
        """The port it listens on."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._host, self._port)
        with suppress(ConnectionError):
            asked = await reader.readuntil(b"\r\n\r\n")
            back.write(asked)
            head = await there.readuntil(b"\r\n\r\n")
            may_hold = not (self._obeys and b"x-accel-buffering: no" in head.lower())
            writer.write(head)
            while piece := await there.read(65536):
                self.held += piece
                if not may_hold:
                    writer.write(piece)
            writer.write(self.held if may_hold else b"")
        back.close()
        writer.close()


def _written(folder: Path, port: int, upstream: str) -> Path:
    folder.mkdir()
    conf = folder / "nginx.conf"
    conf.write_text(_NGINX_CONF.format(folder=folder, port=port, upstream=upstream))
    return conf


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True
