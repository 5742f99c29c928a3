"""One socket of a stream: ready bytes go to its transport, and it says when it can take no more."""

import asyncio
import socket
from typing import Protocol

from aiohttp.abc import AbstractStreamWriter
from aiohttp.web_protocol import RequestHandler

HIGH_WATER_BYTES = 32 * 1024
UNSENT_BYTES = 16 * 1024
"""What the kernel may hold unsent for one client, where it can be told so: a reader that stops costs no more."""


class StalledError(ConnectionError):
    """A client read nothing for too long and was cut off; it comes back with its cursor."""


class Flow(Protocol):
    """Says whether more may be written."""

    @property
    def writing_paused(self) -> bool: ...


class Wire(Protocol):
    """Where the bytes of one client go."""

    @property
    def flow(self) -> Flow: ...

    @property
    def unsent_bytes(self) -> int: ...

    @property
    def paused(self) -> bool: ...

    @property
    def closing(self) -> bool: ...

    def write(self, chunk: bytes) -> None: ...

    async def drained(self, patience_s: float) -> None: ...


class SocketWire:
    """The transport of a response that is already begun, in HTTP's chunked coding."""

    __slots__ = ("_transport", "_writer", "flow", "write")

    def __init__(self, transport: asyncio.Transport, protocol: RequestHandler, writer: AbstractStreamWriter) -> None:
        self._transport = transport
        self.flow = protocol
        self._writer = writer
        self.write = transport.write if getattr(writer, "chunked", True) else self._write_bare
        """Takes bytes that `chunked` made; a transport that is closed drops them."""
        transport.set_write_buffer_limits(high=HIGH_WATER_BYTES)
        _hold_little(transport.get_extra_info("socket"))

    @property
    def unsent_bytes(self) -> int:
        """What waits here for the client to read."""
        return self._transport.get_write_buffer_size()

    @property
    def paused(self) -> bool:
        """Whether what was written waits for the client to read."""
        return self.flow.writing_paused

    @property
    def closing(self) -> bool:
        """Whether the client is gone."""
        return self._transport.is_closing()

    async def drained(self, patience_s: float) -> None:
        """Wait until the client has read enough; cut it off when nothing moves for `patience_s`.

        Raises StalledError then, and another ConnectionError when the client left.
        """
        while self.paused:
            before = self._transport.get_write_buffer_size()
            try:
                async with asyncio.timeout(patience_s):
                    await self._writer.drain()
            except TimeoutError:
                self._give_up(before, patience_s)
        if self.closing:
            raise ConnectionResetError("the client left")

    def _write_bare(self, chunk: bytes) -> None:
        """For HTTP/1.0, which many proxies still speak by default, and which knows no chunks."""
        self._transport.write(bare(chunk))

    def _give_up(self, before: int, patience_s: float) -> None:
        if self._transport.get_write_buffer_size() >= before:
            self._transport.abort()
            raise StalledError(f"the client read nothing for {patience_s} s")


def chunked(data: bytes) -> bytes:
    """Bytes as one chunk of a chunked body (RFC 9112, section 7.1): made once, written to many."""
    return b"%x\r\n%b\r\n" % (len(data), data)


def bare(chunk: bytes) -> bytes:
    """The bytes without the frame that `chunked` put around them."""
    return chunk[chunk.index(b"\n") + 1 : -2]


def _hold_little(sock: socket.socket | None) -> None:
    if sock is not None and hasattr(socket, "TCP_NOTSENT_LOWAT"):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT_BYTES)
