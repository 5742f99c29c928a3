from benchmarks.figure import Figure


def test_stands_alone_or_beside_a_peer() -> None:
    assert Figure("rss_mb", 120.0, "MB").as_json() == {"figure": "rss_mb", "value": 120.0, "unit": "MB"}
    beside = Figure("job_ms", 2.0, "ms", peer="other", peer_value=8.0)
    assert beside.as_json() == {
        "figure": "job_ms",
        "value": 2.0,
        "unit": "ms",
        "peer": "other",
        "peer_value": 8.0,
        "ratio": 0.25,
    }


def test_a_peer_of_zero_gives_no_ratio() -> None:
    assert Figure("lost", 0.0, "events", peer="other", peer_value=0.0).ratio is None
