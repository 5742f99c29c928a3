"""One socket of a stream: ready bytes go to its transport, and it says when it can take no more."""

import asyncio
import socket
from collections.abc import Callable
from typing import Protocol

HIGH_WATER_BYTES = 16 * 1024
UNSENT_BYTES = 16 * 1024
"""What the kernel may hold unsent for one client, where it can be told so: a reader that stops costs no more."""

_LAST_CHUNK = b"0\r\n\r\n"


class StalledError(ConnectionError):
    """A client read nothing for too long and was cut off; it comes back with its cursor."""


class Wire(Protocol):
    """Where the bytes of one client go; `paused` while what was written waits for the client to read."""

    @property
    def paused(self) -> bool: ...

    @property
    def unsent_bytes(self) -> int: ...

    @property
    def closing(self) -> bool: ...

    @property
    def write(self) -> Callable[[bytes], None]: ...

    def finish(self) -> None: ...

    def abort(self) -> None: ...

    async def drained(self, patience_s: float) -> None: ...


class SocketWire(asyncio.Protocol):
    """A connection whose request is answered: it takes the place of the HTTP server's protocol at the transport.

    So nothing of the request is kept while the stream lives, and no task. `write` takes bytes that `chunked` made, and
    a connection that is closed drops them; `left` is called once, when the connection is gone, however it went.
    """

    __slots__ = ("_is_chunked", "_room", "_transport", "left", "paused", "write")

    def __init__(self, transport: asyncio.Transport, *, is_chunked: bool = True) -> None:
        self._transport = transport
        self._is_chunked = is_chunked
        self._room: asyncio.Future[None] | None = None
        self.left: Callable[[], None] = _unheard
        self.paused = False
        self.write: Callable[[bytes], None] = transport.write if is_chunked else self._write_bare
        transport.set_protocol(self)
        transport.set_write_buffer_limits(high=HIGH_WATER_BYTES)
        _hold_little(transport.get_extra_info("socket"))

    @property
    def unsent_bytes(self) -> int:
        """What waits here for the client to read."""
        return self._transport.get_write_buffer_size()

    @property
    def closing(self) -> bool:
        """Whether the client is gone."""
        return self._transport.is_closing()

    def data_received(self, data: bytes) -> None:
        """Whoever follows a stream has nothing more to say."""

    def pause_writing(self) -> None:
        """More waits than should."""
        self.paused = True

    def resume_writing(self) -> None:
        """The client has read enough."""
        self.paused = False
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client left, was cut off, or has all that was written."""
        del exc
        self._wake()
        self.left()

    def finish(self) -> None:
        """End the stream behind what was written; a client that does not read is not waited for."""
        if self.paused:
            self.abort()
        elif not self.closing:
            if self._is_chunked:
                self._transport.write(_LAST_CHUNK)
            self._transport.close()

    def abort(self) -> None:
        """Cut the client off."""
        self._transport.abort()

    async def drained(self, patience_s: float) -> None:
        """Wait until the client has read enough; cut it off when nothing moves for `patience_s`.

        Raises StalledError then, and another ConnectionError when the client left.
        """
        while self.paused and not self.closing:
            before = self.unsent_bytes
            self._room = self._room or asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(patience_s):
                    await asyncio.shield(self._room)
            except TimeoutError:
                self._give_up(before, patience_s)
        if self.closing:
            raise ConnectionResetError("the client left")

    def _wake(self) -> None:
        room, self._room = self._room, None
        if room is not None and not room.done():
            room.set_result(None)

    def _write_bare(self, chunk: bytes) -> None:
        """For HTTP/1.0, which many proxies still speak by default, and which knows no chunks."""
        self._transport.write(bare(chunk))

    def _give_up(self, before: int, patience_s: float) -> None:
        if self.unsent_bytes >= before:
            self.abort()
            raise StalledError(f"the client read nothing for {patience_s} s")


def chunked(data: bytes) -> bytes:
    """Bytes as one chunk of a chunked body (RFC 9112, section 7.1): made once, written to many."""
    return b"%x\r\n%b\r\n" % (len(data), data)


def bare(chunk: bytes) -> bytes:
    """The bytes without the frame that `chunked` put around them."""
    return chunk[chunk.index(b"\n") + 1 : -2]


def _unheard() -> None:
    """For a wire whose end nobody waits for."""


def _hold_little(sock: socket.socket | None) -> None:
    if sock is not None and hasattr(socket, "TCP_NOTSENT_LOWAT"):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT_BYTES)
