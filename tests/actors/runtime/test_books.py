from actors.runtime.books import Books
from actors.runtime.envelope import Envelope
from actors.runtime.hand import Hand
from actors.runtime.reply import Reply
from actors.runtime.tracer import Tracer


def test_every_message_that_is_settled_leaves_a_span_with_its_start_and_end() -> None:
    tracer, hand = Tracer(), Hand("reader/2", 3, "reader")
    books = Books("reader", lambda: 9.0, tracer)
    envelope = Envelope(7, "text", "writer", 1.0, 1, parent=4, root=2)
    books.hand_over(hand, [envelope], 5.0)
    assert books.settle(hand, [envelope], "handled") == 1
    (span,) = tracer.spans()
    assert (span.span, span.parent, span.trace, span.sender) == (7, 4, "2", "writer")
    assert (span.address, span.child, span.incarnation) == ("reader", "reader/2", 3)
    assert (span.sent_at, span.taken_at, span.ended_at, span.outcome) == (1.0, 5.0, 9.0, "handled")


def test_an_ask_that_was_answered_did_not_fail_with_its_actor_and_one_that_was_given_up_did() -> None:
    hand, books = Hand("reader", 1, "reader"), Books("reader", lambda: 0.0, Tracer())
    answered, given_up, open_ask = (Envelope(seq, "?", None, 0.0, None, reply_to=Reply()) for seq in range(3))
    books.hand_over(hand, [answered, given_up, open_ask], 0.0)
    answered.reply("!")
    assert given_up.reply_to is not None
    given_up.reply_to.give_up(TimeoutError())
    assert books.drop(hand) == [given_up, open_ask]
    assert (books.tally.handled, books.tally.failed) == (1, 2)
