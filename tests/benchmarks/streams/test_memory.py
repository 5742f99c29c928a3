import os
import socket
import sys

import pytest

from benchmarks.streams.memory import receiving_kb, resident_kb, tcp_kb

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it reads /proc")


def test_a_process_has_some_and_connections_have_none_or_more() -> None:
    assert resident_kb(os.getpid()) > 1000
    assert tcp_kb() >= 0


def test_what_came_and_was_not_read_is_counted() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as one,
        server.accept()[0] as other,
    ):
        before = receiving_kb(other)
        one.sendall(b"x" * 50_000)
        other.recv(50_000, socket.MSG_WAITALL | socket.MSG_PEEK)
        assert receiving_kb(other) - before >= 40
