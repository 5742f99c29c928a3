import os
import sys

import pytest

from benchmarks.streams.memory import resident_kb, tcp_kb

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it reads /proc")


def test_a_process_has_some_and_connections_have_none_or_more() -> None:
    assert resident_kb(os.getpid()) > 1000
    assert tcp_kb() >= 0
