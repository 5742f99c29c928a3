from pydantic import JsonValue

from server.console.changes import change


def snapshot(at: float, **more: JsonValue) -> dict[str, JsonValue]:
    children: JsonValue = [{"name": "a", "health": "idle"}, {"name": "b", "health": "idle"}]
    return {"at": at, "up": True, "children": children, "mailboxes": {"a": {"depth": 0}, "b": {"depth": 0}}, **more}


def test_nothing_is_told_where_only_time_passed() -> None:
    assert change(snapshot(1), snapshot(2)) is None


def test_tells_only_what_differs() -> None:
    busy: JsonValue = [{"name": "a", "health": "idle"}, {"name": "b", "health": "working"}]
    now = snapshot(2, up=False, children=busy, mailboxes={"a": {"depth": 3}, "b": {"depth": 0}})
    assert change(snapshot(1), now) == {
        "at": 2,
        "up": False,
        "children": [{"name": "b", "health": "working"}],
        "mailboxes": {"a": {"depth": 3}},
    }


def test_tells_what_is_no_more() -> None:
    now = snapshot(2, children=[{"name": "a", "health": "idle"}])
    assert change(snapshot(1), now) == {"at": 2, "gone": ["b"]}
