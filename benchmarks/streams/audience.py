"""Those who listen: many sockets in one loop, which count the events that come and note when."""

import select
import socket
import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field

from benchmarks.streams.senders import Sender

MARK = b"@"
"""Stands once in each event and nowhere else, so that counting it counts events however they are cut."""

PATIENCE_S = 60.0
_PIECE = 1 << 18


@dataclass
class Listener:
    """One connection; `at_s` is when the last of what was waited for came."""

    sock: socket.socket
    is_open: bool = False
    events: int = 0
    at_s: float = 0.0


@dataclass
class Audience:
    """All of them; close it when done."""

    port: int
    listeners: dict[int, Listener] = field(default_factory=dict)
    _poll: "select.epoll" = field(default_factory=select.epoll)

    def connect(self, count: int, request: bytes, *, reads: bool = True, room: int | None = None) -> list[Listener]:
        """So many more; those who do not read keep what comes waiting."""
        new = [self._one(request, reads=reads, room=room) for _ in range(count)]
        while reads and not all(listener.is_open for listener in new):
            self.drain()
        return new

    def hear(self, listeners: Iterable[Listener], events: int) -> None:
        """Read until each has heard so many more events. Raises TimeoutError."""
        wanted = {id(listener): listener.events + events for listener in listeners}
        missing, end = len(wanted), time.perf_counter() + PATIENCE_S
        while missing:
            if time.perf_counter() > end:
                raise TimeoutError(f"{missing} listeners have not heard {events} events")
            for fd, _ in self._poll.poll(1.0):
                listener = self.listeners[fd]
                before = listener.events
                self._read(listener)
                goal = wanted.get(id(listener))
                if goal is not None and before < goal <= listener.events:
                    listener.at_s = time.perf_counter()
                    missing -= 1

    def drain(self, quiet_s: float = 0.2) -> None:
        """Read until nothing comes for a while."""
        while found := self._poll.poll(quiet_s):
            for fd, _ in found:
                self._read(self.listeners[fd])

    def drop(self, listeners: Iterable[Listener]) -> None:
        """These leave."""
        for listener in listeners:
            del self.listeners[listener.sock.fileno()]
            listener.sock.close()

    def stalled(self) -> list[socket.socket]:
        """The sockets of those who do not read."""
        return [listener.sock for listener in self.listeners.values() if not listener.is_open]

    def close(self) -> None:
        """Everybody leaves."""
        for listener in self.listeners.values():
            listener.sock.close()
        self._poll.close()

    def _one(self, request: bytes, *, reads: bool, room: int | None) -> Listener:
        sock = socket.socket()
        if room:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        sock.connect(("127.0.0.1", self.port))
        sock.sendall(request)
        sock.settimeout(0.0)
        listener = self.listeners[sock.fileno()] = Listener(sock)
        if reads:
            self._poll.register(sock.fileno(), select.EPOLLIN)
        return listener

    def _read(self, listener: Listener) -> None:
        try:
            data = listener.sock.recv(_PIECE)
        except BlockingIOError:
            return
        if not data:
            self._poll.unregister(listener.sock.fileno())
            raise ConnectionError("a stream ended while it was measured")
        listener.is_open = True
        listener.events += data.count(MARK)


def audience_of(stack: ExitStack, sender: Sender, clients: int) -> Audience:
    """So many listeners of a sender, until both end with the stack."""
    stack.callback(sender.close)
    audience = Audience(sender.port)
    stack.callback(audience.close)
    audience.connect(clients, sender.request)
    audience.drain()
    return audience
