from storage.timestamps import iso


def test_a_point_in_time_is_written_in_utc_with_milliseconds() -> None:
    assert iso(1_790_000_000.25) == "2026-09-21T14:13:20.250Z"


def test_no_time_stays_none() -> None:
    assert iso(None) is None
