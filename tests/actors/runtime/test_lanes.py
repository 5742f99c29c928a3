from actors.runtime.envelope import Envelope
from actors.runtime.lanes import Lanes


def filled(*messages: str) -> Lanes:
    lanes = Lanes()
    for seq, message in enumerate(messages):
        lanes.push(Envelope(seq, message, None, 0.0, None, urgent=message.isupper()))
    return lanes


def taken(lanes: Lanes) -> list[object]:
    return [lanes.pop().message for _ in range(lanes.depth) if lanes.ready]


def test_what_is_urgent_goes_first() -> None:
    assert taken(filled("a", "NOW", "b", "SOON")) == ["NOW", "SOON", "a", "b"]


def test_a_suspended_lane_lets_only_what_is_urgent_through() -> None:
    lanes = filled("a", "NOW")
    lanes.suspend()
    assert taken(lanes) == ["NOW"]
    lanes.resume()
    assert taken(lanes) == ["a"]


def test_a_step_lets_one_through() -> None:
    lanes = filled("a", "b", "c")
    lanes.suspend()
    lanes.step()
    assert taken(lanes) == ["a"]


def test_a_step_while_nothing_is_suspended_is_not_kept() -> None:
    lanes = filled("a")
    lanes.step()
    lanes.suspend()
    assert taken(lanes) == []


def test_shows_and_gives_up_what_stands_in_line() -> None:
    lanes = filled("a", "NOW", "b")
    assert [each.message for each in lanes.first(2)] == ["NOW", "a"]
    removed = lanes.remove(2)
    assert (removed and removed.message, lanes.remove(2)) == ("b", None)
    assert [each.message for each in lanes.clear()] == ["NOW", "a"]
    assert lanes.depth == 0
