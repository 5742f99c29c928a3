from hypothesis import given
from hypothesis import strategies as st

from server.streams.channel import Channel
from tests.server.streams.made import PROJECT, client, delta, event, joined


def test_writes_all_that_is_due_in_one_write() -> None:
    channel = Channel(PROJECT)
    made, wire = joined(channel, 3)
    update, frame = delta(0, "Hi")
    channel.publish(event(4))
    channel.live(update, frame)
    channel.publish(event(5))
    channel.flush()
    assert wire.written == [event(4).frame + frame + event(5).frame]
    assert made.seq == 5


def test_nothing_due_writes_nothing() -> None:
    channel = Channel(PROJECT)
    _, wire = joined(channel, 3)
    channel.flush()
    assert wire.written == []


def test_a_client_ahead_of_what_is_told_hears_nothing_twice() -> None:
    channel = Channel(PROJECT)
    channel.publish(event(3))
    made, wire = joined(channel, 5)
    for seq in (4, 5, 6):
        channel.publish(event(seq))
    channel.flush()
    assert wire.written == [event(6).frame]
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
    assert wire.written == [delta(0, "Hello")[1]]


def test_a_gap_sends_every_client_to_catch_up() -> None:
    channel = Channel(PROJECT)
    made, wire = joined(channel, 3)
    channel.publish(event(4))
    channel.publish(event(6))
    channel.flush()
    assert wire.written == [event(4).frame]
    assert (made.is_live, made.seq) == (False, 4)


def test_a_client_behind_is_not_let_in_before_it_has_read_on() -> None:
    channel = Channel(PROJECT)
    channel.publish(event(9))
    made, _ = client(8)
    assert not channel.join(made)
    assert not made.is_live


def test_a_client_that_cannot_take_more_is_left_alone() -> None:
    channel = Channel(PROJECT)
    made, wire = joined(channel, 3)
    wire.paused = True
    channel.publish(event(4))
    channel.flush()
    assert (wire.written, made.is_live, made.seq) == ([], False, 3)
    assert not channel.join(made)


def test_a_client_that_left_is_ended() -> None:
    channel = Channel(PROJECT)
    made, wire = joined(channel, 3)
    wire.closing = True
    channel.publish(event(4))
    channel.flush()
    assert made.ended
    assert wire.written == []
    assert not channel.join(made)


def test_an_event_told_again_is_not_sent_again() -> None:
    channel = Channel(PROJECT)
    _, wire = joined(channel, 3)
    for seq in (4, 4, 5):
        channel.publish(event(seq))
    channel.flush()
    channel.publish(event(5))
    channel.flush()
    assert wire.written == [event(4).frame + event(5).frame]


def test_a_channel_with_a_text_in_the_making_is_kept() -> None:
    channel = Channel(PROJECT)
    assert channel.is_idle
    channel.live(*delta(0, "Hi"))
    assert not channel.is_idle


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
            channel.join(made)
    channel.flush()
    expected = b"".join(event(seq).frame for seq in range(start + 1, made.seq + 1))
    assert b"".join(wire.written) == expected


def test_after_a_gap_everybody_reads_on_and_live_text_goes_on_with_them() -> None:
    channel = Channel(PROJECT)
    made, wire = joined(channel, 3)
    channel.live(*delta(0, "Hel"))
    channel.flush()
    channel.catch_up()
    assert not made.is_live
    made.seq = 5  # it has read 4 and 5, which nobody told
    assert channel.join(made)
    channel.live(*delta(3, "lo"))
    channel.publish(event(5))
    channel.publish(event(6))
    channel.flush()
    assert wire.written == [delta(0, "Hel")[1], delta(0, "Hel")[1], delta(3, "lo")[1] + event(6).frame]
    assert made.seq == 6
