import json

import pytest

from pipeline.events import EVENTS, UPDATES, ComponentBuildComplete, MessageDelta
from pipeline.events.wire import Cursor, cursor_frame, encode, event_frame, update_frame
from pipeline.ids import MessageId, SceneId, Sha256


def test_the_name_on_the_wire_follows_from_the_class() -> None:
    assert ComponentBuildComplete.wire_name() == "component.build.complete"


def test_no_two_events_share_a_name_and_each_says_what_it_is() -> None:
    names = [told.wire_name() for told in (*EVENTS, *UPDATES)]
    assert len(set(names)) == len(names)
    assert all(told.__doc__ for told in (*EVENTS, *UPDATES))


@pytest.mark.parametrize("text", ["ab12.7", "a.b.0"])
def test_a_cursor_is_read_as_it_was_written(text: str) -> None:
    assert str(Cursor.parse(text)) == text


@pytest.mark.parametrize("text", [None, "", "7", ".7", "ab.", "ab.-1", "ab.x", "ab.٣", "ab." + "9" * 40])
def test_what_is_no_cursor_is_none(text: str | None) -> None:
    assert Cursor.parse(text) is None


def test_frames_are_whole_blocks_of_the_event_stream_format() -> None:
    assert event_frame(Cursor("ab", 7), "scene.added", "{}") == b"id: ab.7\nevent: scene.added\ndata: {}\n\n"
    assert update_frame("job.progress", "{}") == b"event: job.progress\ndata: {}\n\n"
    assert cursor_frame(Cursor("ab", 7)) == b"id: ab.7\n\n"


def test_text_with_line_breaks_stays_one_line_of_data() -> None:
    delta = MessageDelta(message=MessageId("m"), round=0, offset=0, text="a\nb\r\u2028c")
    assert "\n" not in encode(delta)
    assert "\r" not in encode(delta)
    assert json.loads(encode(delta))["text"] == delta.text


def test_fields_that_do_not_apply_are_left_out() -> None:
    built = ComponentBuildComplete(scene=SceneId("s"), percent=60, bundle=Sha256("b" * 64))
    assert set(json.loads(encode(built))) == {"scene", "percent", "bundle", "findings"}
