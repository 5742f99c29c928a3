from actors.log import Log


def noted(log: Log, *abouts: str) -> None:
    for about in abouts:
        log.note("trouble", lambda about=about: (about, None, f"{about} is odd", {}))  # type: ignore[misc]


def test_counts_and_keeps_the_last() -> None:
    log = Log(lambda: 5.0, kept=2)
    noted(log, "one", "two", "three")
    assert (log.last, [record.n for record in log.after(0)]) == (3, [2, 3])
    assert [record.n for record in log.after(2)] == [3]
    assert log.after(3) == []
    assert [record.n for record in log.latest(1)] == [3]


def test_a_record_is_readable_as_it_stands() -> None:
    log = Log(lambda: 5.0)
    noted(log, "one")
    assert log.latest(1)[0].shown() == {
        "n": 1,
        "at": 5.0,
        "kind": "trouble",
        "about": "one",
        "job": None,
        "sentence": "one is odd",
        "data": {},
    }
