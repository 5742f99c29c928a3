"""What a mailbox holds back, gives up or refuses: deadlines, suspension, draining, fences."""

import threading
from queue import Queue

from actors.runtime.dead_letters import Reason
from actors.runtime.envelope import Envelope
from actors.runtime.hand import Hand
from actors.runtime.mailbox import Mailbox
from tests.actors.runtime.box import fill, letter, mailbox, numbers, taken
from tests.actors.runtime.stage import heard


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_an_expired_message_costs_nothing_but_a_dead_letter() -> None:
    clock, buried = Clock(), Queue[tuple[object, Reason]]()
    box = Mailbox("box", lambda _, envelope, reason: buried.put((envelope.message, reason)), clock)
    for number, deadline in enumerate((1.0, None, 2.5)):
        box.put(Envelope(next(numbers), number, None, 0.0, None, deadline=deadline))
    clock.now_s = 2.0
    assert taken(box) == [1, 2]
    assert heard(buried) == (0, Reason.EXPIRED)
    assert box.ledger().balance == 0


def test_a_taker_goes_on_waiting_when_all_that_came_had_expired() -> None:
    clock, got = Clock(), Queue[list[object]]()
    clock.now_s = 2.0
    buried: Queue[object] = Queue()
    box = Mailbox("box", lambda _, envelope, __: buried.put(envelope.message), clock)
    taker = threading.Thread(target=lambda: got.put(taken(box)))
    taker.start()
    box.put(Envelope(next(numbers), "late", None, 0.0, None, deadline=1.0))
    assert heard(buried) == "late"
    fill(box, "wanted")
    assert heard(got) == ["wanted"]


def test_a_suspended_mailbox_gives_out_one_for_each_step() -> None:
    box, _ = mailbox()
    got: Queue[list[object]] = Queue()
    fill(box, "a", "b")
    box.suspend()

    def take_three() -> None:
        for _ in range(3):
            got.put(taken(box))

    threading.Thread(target=take_three).start()
    box.step()
    assert heard(got) == ["a"]
    assert box.statistics().suspended
    box.put(letter("now", urgent=True))
    assert heard(got) == ["now"]
    box.resume()
    assert heard(got) == ["b"]


def test_what_is_discarded_or_withdrawn_becomes_dead_letters() -> None:
    box, buried = mailbox(capacity=3)
    fill(box, "a", "b", "c")
    [_, second, _] = box.statistics().waiting
    assert box.withdraw(second.seq)
    assert not box.withdraw(second.seq)
    assert box.discard() == 2
    assert [heard(buried) for _ in range(3)] == [
        ("b", Reason.CANCELLED),
        ("a", Reason.DISCARDED),
        ("c", Reason.DISCARDED),
    ]
    assert box.ledger().balance == 0


def test_a_drained_mailbox_is_emptied_also_where_it_was_suspended() -> None:
    box, _ = mailbox()
    fill(box, "a")
    box.suspend()
    hand = Hand("reader", 1, "reader")
    box.dismiss(hand, draining=True)
    assert [envelope.message for envelope in box.take(hand)] == ["a"]


def test_the_result_of_a_fenced_reader_is_refused_and_counted() -> None:
    box, _ = mailbox()
    fill(box, "a")
    hand = Hand("reader", 1, "reader")
    envelopes = box.take(hand)
    box.fence(hand)
    box.handled(hand, envelopes)
    assert (box.ledger().failed, box.ledger().handled, box.statistics().late_results) == (1, 0, 1)
