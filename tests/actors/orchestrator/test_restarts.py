from pipeline.jobs import JobStatus
from pipeline.replay import Key
from pipeline.value import Value
from tests.actors.orchestrator.talk import (
    ASK,
    BUILD,
    GENERATE,
    KNOWN,
    NOW,
    RECALL,
    RECOLLECTION,
    a_component,
    a_turn,
    asked,
    moved,
    told,
)
from tests.pipeline.play import answer


def test_after_a_restart_of_the_process_what_was_under_way_is_a_new_attempt_of_a_new_epoch() -> None:
    talk = a_turn({RECALL: RECOLLECTION}, {RECALL: 1, ASK: 1}, **KNOWN)
    move = talk.job.begin(take=True)
    assert asked(move) == [(ASK, 2)]
    assert (move.advance.new_epoch, move.perform[0].epoch) == (4, 4)
    assert told(move) == ["message.reset"]


def test_after_a_restart_of_the_actor_what_is_under_way_is_asked_for_and_not_begun_again() -> None:
    talk = a_turn({RECALL: RECOLLECTION}, {RECALL: 1, ASK: 1}, **KNOWN)
    move = talk.job.begin(take=False)
    assert asked(move) == [(ASK, 1)]
    assert (move.advance.epoch, move.advance.new_epoch, move.perform[0].epoch) == (3, None, 3)
    assert (move.advance.started, move.advance.events) == ((), ())


def test_after_a_restart_of_the_actor_what_was_not_yet_begun_begins_as_ever() -> None:
    recorded: dict[Key, Value] = {GENERATE: answer("<A/>")}
    talk = a_component(recorded, {GENERATE: 1}, **KNOWN)
    move = talk.job.begin(take=False)
    assert asked(move) == [(BUILD, 1)]
    assert told(move) == ["component.build.start"]
    assert [one.key for one in move.advance.started] == [BUILD]


def test_a_waiting_job_goes_on_waiting_after_a_restart() -> None:
    for take in (True, False):
        talk = a_component(attempts={GENERATE: 2}, status=JobStatus.WAITING, epoch=3, next_retry_at=NOW + 9)
        move = talk.job.begin(take=take)
        assert (move.perform, move.retry_at, move.advance.status) == ((), NOW + 9, JobStatus.WAITING)
        talk.hands.now = NOW + 9
        assert asked(moved(talk.job.wake())) == [(GENERATE, 3)]


def test_a_waiting_job_whose_time_has_come_begins_its_next_attempt_after_a_restart() -> None:
    for take in (True, False):
        talk = a_component(attempts={GENERATE: 2}, status=JobStatus.WAITING, epoch=3, next_retry_at=NOW - 1)
        move = talk.job.begin(take=take)
        assert asked(move) == [(GENERATE, 3)]
        assert [one.attempt for one in move.advance.started] == [3]
        assert told(move) == ["component.generate.start"]
