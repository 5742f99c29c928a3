from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.events import JobProgress, JobResumed
from pipeline.events.vector import Vector
from pipeline.events.wire import Cursor, encode, event_frame
from pipeline.ids import JobId
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.view import OneJob, OneOfMany
from tests.server.streams.made import PROJECT, Wire, client, delta, event, joined, live


def test_writes_all_that_is_due_in_one_write() -> None:
    channel = Channel(PROJECT)
    made, wire = joined(channel, 3)
    update, frame = delta(0, "Hi")
    channel.publish(event(4))
    channel.live(update, frame)
    channel.publish(event(5))
    channel.flush()
    assert wire.written == [live(3), event(4).frame + frame + event(5).frame]
    assert made.seq == 5


def test_nothing_due_writes_nothing() -> None:
    channel = Channel(PROJECT)
    _, wire = joined(channel, 3)
    channel.flush()
    assert wire.written == [live(3)]


def test_a_client_ahead_of_what_is_told_hears_nothing_twice() -> None:
    channel = Channel(PROJECT)
    channel.publish(event(3))
    made, wire = joined(channel, 5)
    for seq in (4, 5, 6):
        channel.publish(event(seq))
    channel.flush()
    assert wire.written == [event(6).frame, live(6)]
    assert made.seq == 6


def test_a_client_ahead_gets_the_text_so_far_only_when_it_is_its_now() -> None:
    channel = Channel(PROJECT)
    channel.publish(event(3))
    _, wire = joined(channel, 4)
    channel.live(*delta(0, "Hel"))
    channel.flush()
    assert wire.written == []
    channel.publish(event(4))
    channel.live(*delta(3, "lo"))
    channel.flush()
    assert wire.written == [live(4) + delta(0, "Hello")[1]]


def test_a_gap_sends_every_client_to_catch_up() -> None:
    channel = Channel(PROJECT)
    made, wire = joined(channel, 3)
    channel.publish(event(4))
    channel.publish(event(6))
    channel.flush()
    assert wire.written == [live(3), event(4).frame]
    assert (made.is_live, made.seq) == (False, 4)


def test_a_client_behind_is_not_let_in_before_it_has_read_on() -> None:
    channel = Channel(PROJECT)
    channel.publish(event(9))
    made, _ = client(8)
    assert not channel.join(made)
    assert not made.is_live


def test_where_nobody_knows_yet_how_far_the_project_is_nobody_is_let_in() -> None:
    channel = Channel(PROJECT)
    made, _ = client(8)
    assert not channel.join(made)
    assert channel.stands_at(8, channel.generation)
    assert channel.join(made)


def test_what_was_read_before_a_gap_says_nothing_of_the_time_after_it() -> None:
    channel = Channel(PROJECT)
    before = channel.generation
    channel.catch_up()
    assert not channel.stands_at(8, before)
    assert channel.stands_at(9, channel.generation)
    assert not channel.stands_at(8, channel.generation)


def test_a_client_that_cannot_take_more_is_left_alone() -> None:
    channel = Channel(PROJECT)
    made, wire = joined(channel, 3)
    wire.paused = True
    channel.publish(event(4))
    channel.flush()
    assert (wire.written, made.is_live, made.seq) == ([live(3)], False, 3)
    assert not channel.join(made)


def test_a_client_that_was_ended_is_not_let_in() -> None:
    channel = Channel(PROJECT)
    made, _ = joined(channel, 3)
    made.end()
    assert not channel.join(made)


def test_an_event_told_again_is_not_sent_again() -> None:
    channel = Channel(PROJECT)
    _, wire = joined(channel, 3)
    for seq in (4, 4, 5):
        channel.publish(event(seq))
    channel.flush()
    channel.publish(event(5))
    channel.flush()
    assert wire.written == [live(3), event(4).frame + event(5).frame]


def test_a_channel_with_a_text_in_the_making_or_a_stream_about_to_open_is_kept() -> None:
    told, awaited, untouched = Channel(PROJECT), Channel(PROJECT), Channel(PROJECT)
    told.live(*delta(0, "Hi"))
    awaited.awaited = 1
    assert [channel.is_idle for channel in (told, awaited, untouched)] == [False, False, True]


def test_a_percentage_that_goes_back_is_told_to_nobody() -> None:
    channel = Channel(PROJECT)
    _, wire = joined(channel, 3)
    for percent in (40, 30, 41):
        told = JobProgress(job=JobId("j"), percent=percent, stage="s")
        channel.live(told, b"%d " % percent)
    channel.flush()
    assert wire.written == [live(3), b"40 41 "]


def test_who_follows_one_job_hears_of_no_other_and_moves_on_with_the_project() -> None:
    channel = Channel(PROJECT)
    wire = Wire()
    made = Client("s", PROJECT, wire, Cursor("e", 3), OneJob(JobId("j")))
    channel.clients.add(made)
    channel.stands_at(3, 0)
    channel.join(made)
    told = JobResumed(job=JobId("j"))
    ours = event_frame(Cursor("e", 5), told.wire_name(), encode(told))
    channel.publish(event(4))
    channel.publish(replace(event(5), told=told, frame=ours))
    channel.live(*delta(0, "Hi"))
    channel.publish(event(6))
    channel.flush()
    assert wire.written[1:] == [ours]
    assert made.seq == 6


def test_who_follows_several_projects_is_told_in_each_id_where_all_of_them_stand() -> None:
    channel, vector = Channel(PROJECT), Vector.parse("e.q=7,p=3")
    assert vector
    wire = Wire()
    made = Client("s", PROJECT, wire, Cursor("e", 3), OneOfMany(vector))
    channel.clients.add(made)
    channel.stands_at(3, 0)
    channel.join(made)
    channel.publish(event(4))
    channel.live(*delta(0, "Hi"))
    channel.flush()
    assert wire.written[1:] == [event(4).frame.replace(b"id: e.4", b"id: e.q=7,p=4") + delta(0, "Hi")[1]]


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.integers(1, 12), max_size=30), st.integers(0, 12), st.data())
def test_whatever_is_told_in_whatever_order_a_client_never_has_a_gap_or_a_double(
    told: list[int],
    start: int,
    data: st.DataObject,
) -> None:
    channel = Channel(PROJECT)
    made, wire = client(start)
    channel.clients.add(made)
    for seq in told:
        channel.publish(event(seq))
        if data.draw(st.booleans()):
            channel.flush()
        if not made.is_live and data.draw(st.booleans()):
            channel.stands_at(start, channel.generation)
            channel.join(made)
    channel.flush()
    expected = b"".join(event(seq).frame for seq in range(start + 1, made.seq + 1))
    assert b"".join(block for block in blocks(wire) if block.startswith(b"id: ")) == expected


def test_after_a_gap_everybody_reads_on_and_live_text_goes_on_with_them() -> None:
    channel = Channel(PROJECT)
    made, wire = joined(channel, 3)
    channel.live(*delta(0, "Hel"))
    channel.flush()
    channel.catch_up()
    assert not made.is_live
    made.seq = 5  # it has read 4 and 5, which nobody told
    channel.stands_at(5, channel.generation)
    assert channel.join(made)
    channel.live(*delta(3, "lo"))
    channel.publish(event(5))
    channel.publish(event(6))
    channel.flush()
    again = live(5) + delta(0, "Hel")[1]
    assert wire.written == [live(3), delta(0, "Hel")[1], again, delta(3, "lo")[1] + event(6).frame]
    assert made.seq == 6


def blocks(wire: Wire) -> list[bytes]:
    return [block + b"\n\n" for block in b"".join(wire.written).split(b"\n\n") if block]
