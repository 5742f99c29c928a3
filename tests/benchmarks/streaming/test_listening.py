import time

import pytest

from benchmarks.streaming.listening import Ears


@pytest.mark.parametrize("size", [1, 5, 1000])
def test_tokens_are_found_however_the_bytes_are_cut(size: int) -> None:
    now_us = time.monotonic_ns() // 1000
    data = b"".join(b'data: {"text": "%d "}\n\n' % (now_us - late * 1000) for late in (30, 20, 10))
    ears = Ears(begin_s=0.0)
    for at in range(0, len(data), size):
        ears.take(0, data[at : at + size])
    assert ears.heard == 3
    assert all(late >= known for late, known in zip(ears.late_ms, (30, 20, 10), strict=True))


def test_what_was_sent_before_the_measuring_does_not_count() -> None:
    ears = Ears(begin_s=time.monotonic() + 1)
    ears.take(0, b"%d " % (time.monotonic_ns() // 1000))
    assert (ears.heard, ears.late_ms) == (1, [])


def test_all_speak_once_each_stream_has_brought_a_token() -> None:
    ears = Ears(expected=2)
    ears.take(0, b"123456789 123456789 ")
    assert not ears.all_speak.is_set()
    ears.take(1, b"123456789 ")
    assert ears.all_speak.is_set()
