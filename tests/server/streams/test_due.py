from server.streams.due import Batch, Due


def test_a_batch_that_leaves_nothing_out_is_whole() -> None:
    batch = Batch.of([Due(4, None, b"a"), Due(None, None, b"b"), Due(5, None, b"c")], 3, 5)
    assert batch.is_whole
    assert batch.chunk == b"3\r\nabc\r\n"


def test_a_batch_with_a_gap_is_not() -> None:
    assert not Batch.of([Due(4, None, b"a"), Due(6, None, b"c")], 3, 6).is_whole
