from queue import Queue

from actors.runtime import ChildSpec
from actors.runtime.envelope import Envelope
from actors.runtime.tracer import KEPT, Tracer
from tests.actors.runtime.stage import Echo, Play, heard


def test_keeps_the_last_ten_thousand() -> None:
    tracer = Tracer()
    for seq in range(KEPT + 3):
        tracer.ended(Envelope(seq, "text", None, 0.0, None), "box", None, 1.0, "full")
    assert (len(tracer.spans()), tracer.spans()[0].span) == (KEPT, 3)


def test_what_an_actor_sends_is_a_child_of_what_it_has_in_hand(play: Play) -> None:
    done: Queue[str] = Queue()
    play.start([ChildSpec("first", Echo), ChildSpec("second", Echo)])
    play.tell("first", lambda: play.tell("second", lambda: done.put("done")))
    assert heard(done) == "done"
    play.supervisors[0].stop(30)
    first, second = sorted(play.system.tracer.spans())
    assert (second.parent, second.trace, second.sender) == (first.span, first.trace, "first")
    assert first.sent_at <= (first.taken_at or 0) <= (first.ended_at or 0)
    assert first.parent is None


def test_a_dead_letter_leaves_a_span_that_says_why(play: Play) -> None:
    play.system.mailbox("shut").close()
    play.tell("shut", "hello")
    (span,) = play.system.tracer.spans()
    assert (span.outcome, span.taken_at, span.child) == ("stopped", None, None)


def test_a_message_that_cannot_say_what_it_is_tears_no_books(play: Play) -> None:
    class Mute:
        @property
        def label(self) -> str:
            raise ZeroDivisionError

    play.start([ChildSpec("a", Echo)])
    play.tell("a", Mute())
    assert play.ask("a", 1) == 1
    play.supervisors[0].stop(30)
    assert [span.label for span in play.system.tracer.spans()] == ["Mute", "int"]
    assert play.system.statistics().total.balance == 0
