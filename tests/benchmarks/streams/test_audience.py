import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import pytest

from benchmarks.streams.audience import Audience

HELLO = b"@ hello\n"


@contextmanager
def listening(*parts: bytes, ends: bool = False) -> Iterator[Audience]:
    """An audience of a server that answers each listener with these parts, and may end."""
    with socket.create_server(("127.0.0.1", 0)) as server, ExitStack() as clients:
        thread = threading.Thread(target=serve, args=(server, clients, parts, ends))
        thread.start()
        audience = Audience(server.getsockname()[1])
        yield audience
        audience.close()
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


def serve(server: socket.socket, clients: ExitStack, parts: tuple[bytes, ...], ends: bool) -> None:  # noqa: FBT001
    with suppress(OSError):  # it was shut down
        while True:
            client = clients.enter_context(server.accept()[0])
            client.recv(1000)
            for part in parts:
                client.sendall(part)
            if ends:
                client.close()


def test_counts_events_however_they_are_cut() -> None:
    with listening(HELLO, b"@", b"@@") as audience:
        heard = audience.connect(3, b"GET")
        missing = [one for one in heard if one.events < 4]
        if missing:
            audience.hear(missing, max(4 - one.events for one in missing))
        assert [one.events for one in heard] == [4, 4, 4]
        audience.drop(heard[:1])
        assert len(audience.listeners) == 2


def test_a_stream_that_ends_is_no_measurement() -> None:
    with listening(HELLO, ends=True) as audience, pytest.raises(ConnectionError):
        audience.hear(audience.connect(1, b"GET"), 1)
