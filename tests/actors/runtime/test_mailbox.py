import asyncio
import threading
from queue import Queue

import pytest

from actors.runtime.bounds import Bounds, Overflow
from actors.runtime.dead_letters import Reason
from actors.runtime.errors import MailboxFullError
from actors.runtime.hand import Hand, never_wait, speak_as
from tests.actors.runtime.box import fill, letter, mailbox, taken
from tests.actors.runtime.stage import came, heard


def in_thread(action: "threading.Thread") -> None:
    action.start()
    action.join(5)
    assert not action.is_alive()


def test_gives_messages_in_the_order_they_came() -> None:
    box, _ = mailbox()
    fill(box, "a", "b")
    assert taken(box) == ["a", "b"]


def test_gives_urgent_messages_first_and_lets_them_in_when_full() -> None:
    box, _ = mailbox()
    fill(box, "a", "b")
    box.put(letter("now", urgent=True))
    assert taken(box) == ["now", "a", "b"]


def test_gives_no_more_than_the_limit() -> None:
    box, _ = mailbox()
    fill(box, "a", "b")
    assert taken(box, 1) == ["a"]


def test_rejects_what_is_too_much() -> None:
    box, buried = mailbox()
    with pytest.raises(MailboxFullError, match="the mailbox of box is full"):
        fill(box, "a", "b", "c")
    assert heard(buried) == ("c", Reason.FULL)
    assert box.ledger().refused == 1


def test_drops_the_oldest() -> None:
    box, buried = mailbox(Overflow.DROP_OLDEST)
    fill(box, "a", "b", "c")
    assert heard(buried) == ("a", Reason.DROPPED_OLDEST)
    assert taken(box) == ["b", "c"]


def test_drops_the_newest() -> None:
    box, buried = mailbox(Overflow.DROP_NEWEST)
    fill(box, "a", "b", "c")
    assert heard(buried) == ("c", Reason.DROPPED_NEWEST)
    assert taken(box) == ["a", "b"]


def test_makes_a_sender_wait_for_room() -> None:
    box, _ = mailbox(Overflow.BLOCK)
    fill(box, "a", "b")
    begun, done = threading.Event(), threading.Event()

    def send() -> None:
        begun.set()
        fill(box, "c")
        done.set()

    threading.Thread(target=send, daemon=True).start()
    assert came(begun)
    assert taken(box, 1) == ["a"]
    assert came(done)
    assert taken(box) == ["b", "c"]


def test_refuses_a_sender_that_has_waited_long_enough() -> None:
    box, buried = mailbox(Overflow.BLOCK)
    box.open(Bounds(1, Overflow.BLOCK, 0.01))
    with pytest.raises(MailboxFullError):
        fill(box, "a", "b")
    assert heard(buried) == ("b", Reason.FULL)


def test_never_blocks_an_event_loop() -> None:
    box, _ = mailbox(Overflow.BLOCK)

    async def send() -> None:
        fill(box, "a", "b", "c")

    with pytest.raises(MailboxFullError):
        asyncio.run(send())


def test_never_blocks_who_must_not_wait_nor_the_actor_that_reads_it() -> None:
    box, buried = mailbox(Overflow.BLOCK)
    fill(box, "a", "b")

    def send(prepare: object) -> None:
        assert callable(prepare)
        prepare()
        with pytest.raises(MailboxFullError):
            fill(box, "c")

    in_thread(threading.Thread(target=send, args=(never_wait,)))
    in_thread(threading.Thread(target=send, args=(lambda: speak_as(Hand("box/1", 1, "box")),)))
    assert buried.qsize() == 2


def test_lets_a_waiting_sender_go_when_it_is_sealed() -> None:
    box, buried = mailbox(Overflow.BLOCK)
    fill(box, "a", "b")
    sender = threading.Thread(target=fill, args=(box, "c"), daemon=True)
    sender.start()
    box.seal()
    assert heard(buried) == ("c", Reason.STOPPED)
    assert taken(box) == ["a", "b"]


def test_buries_what_waits_and_what_comes_after_it_was_closed() -> None:
    box, buried = mailbox()
    fill(box, "a")
    box.close()
    fill(box, "b")
    assert [heard(buried), heard(buried)] == [("a", Reason.STOPPED), ("b", Reason.STOPPED)]
    assert box.ledger().dead == 2
    assert box.ledger().balance == 0


def test_a_dismissed_taker_gets_nothing_more_and_leaves_the_rest_to_others() -> None:
    box, _ = mailbox()
    hand = Hand("reader", 1, "reader")
    box.dismiss(hand)
    fill(box, "a")
    assert box.take(hand) == []
    assert taken(box) == ["a"]


def test_a_draining_taker_leaves_when_nothing_waits() -> None:
    box, _ = mailbox()
    hand = Hand("reader", 1, "reader")
    fill(box, "a")
    box.dismiss(hand, draining=True)
    assert [envelope.message for envelope in box.take(hand)] == ["a"]
    assert box.take(hand) == []


def test_what_is_in_hand_is_counted_until_it_is_settled() -> None:
    box, _ = mailbox(capacity=9)
    hand = Hand("reader", 1, "reader")
    fill(box, "a", "b", "c")
    first, second = box.take(hand), box.take(hand)
    assert (box.ledger().in_hand, box.ledger().waiting) == (2, 1)
    box.handled(hand, first)
    box.failed(hand, second)
    assert (box.ledger().handled, box.ledger().failed, box.ledger().balance) == (1, 1, 0)


def test_a_fenced_hand_settles_nothing_and_takes_nothing() -> None:
    box, _ = mailbox()
    hand = Hand("reader", 1, "reader")
    fill(box, "a", "b")
    held = box.take(hand)
    assert [envelope.message for envelope in box.fence(hand)] == ["a"]
    box.handled(hand, held)
    assert box.take(hand) == []
    assert (box.ledger().failed, box.ledger().handled, box.ledger().balance) == (1, 0, 0)


def test_rouses_a_taker_that_does_not_wait_once_per_look() -> None:
    box, _ = mailbox()
    roused: Queue[str] = Queue()
    hand = Hand("reader", 1, "reader")

    def rouse() -> None:
        roused.put("!")

    assert box.take_now(hand, 1, rouse) == []
    fill(box, "a", "b")
    box.put(letter("now", urgent=True))
    assert roused.qsize() == 1
    assert [envelope.message for envelope in box.take_now(hand, 1, rouse)] == ["now", "a"]
