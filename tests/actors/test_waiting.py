from actors.messages import SendOn, Write
from actors.runtime import Envelope
from actors.runtime.reply import Reply
from actors.waiting import FIRST_WAIT_S, LONGEST_WAIT_S, Waiting
from pipeline.ids import JobId
from pipeline.jobs import JobStatus
from storage.entries import AdvanceJob, NoteStreams
from storage.errors import StoreUnavailableError

ERROR = StoreUnavailableError("disk full")


def told(message: object) -> Envelope:
    return Envelope(0, message, None, 0.0, None)


def asked(message: object) -> Envelope:
    return Envelope(0, message, None, 0.0, None, reply_to=Reply())


ADVANCE, CUE = told(Write(AdvanceJob(JobId("j"), 1, JobStatus.RUNNING))), told(SendOn(()))
NOTE = told(Write(NoteStreams(())))


def test_what_was_told_is_kept_in_order_and_who_asks_is_refused() -> None:
    waiting, ask = Waiting(), asked(ADVANCE.message)
    waiting.hold([ADVANCE, ask, NOTE, CUE], ERROR)
    assert waiting.held == [ADVANCE, CUE]
    assert ask.answered


def test_a_batch_in_doubt_is_kept_whole_and_unanswered() -> None:
    waiting, ask = Waiting(), asked(ADVANCE.message)
    waiting.hold([ADVANCE, CUE], ERROR)
    waiting.doubt([ADVANCE])
    assert (waiting.doubtful, waiting.held) == ([ADVANCE], [CUE])
    waiting.doubt([])
    assert waiting.doubtful == [ADVANCE]
    assert not ask.answered


def test_a_batch_that_turns_out_to_be_stored_is_handed_back() -> None:
    waiting, ask = Waiting(), asked(ADVANCE.message)
    waiting.doubt([ask, ADVANCE])
    assert waiting.settled(stored=True, error=ERROR) == [ask, ADVANCE]
    assert not ask.answered
    assert waiting.doubtful == ()


def test_a_batch_that_is_not_stored_is_first_in_line_again() -> None:
    waiting, ask = Waiting(), asked(ADVANCE.message)
    waiting.doubt([ask, ADVANCE])
    waiting.hold([CUE], ERROR)
    assert waiting.settled(stored=False, error=ERROR) == ()
    assert waiting.held == [ADVANCE, CUE]
    assert ask.answered


def test_each_wait_is_longer_up_to_the_longest() -> None:
    waiting = Waiting()
    waits = [waiting.next_wait_s() for _ in range(9)]
    assert waits[:3] == [FIRST_WAIT_S, 2 * FIRST_WAIT_S, 4 * FIRST_WAIT_S]
    assert waits[-1] == LONGEST_WAIT_S
