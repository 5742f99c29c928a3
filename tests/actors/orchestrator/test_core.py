"""The decisions about all jobs together: told in messages, seen in what is to be sent; rows are written by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from actors.messages import (
    LLM,
    STOPPER,
    AttemptFailed,
    CancelJob,
    DropWork,
    Perform,
    RankJob,
    RetryDue,
    RunJobNow,
    Sending,
    StartJob,
    Write,
    WriteRefused,
)
from actors.orchestrator.admission import Limit
from actors.orchestrator.chances import Chances
from actors.orchestrator.core import Core
from actors.orchestrator.effects import Alarm, Effect
from pipeline.failures import ErrorClass
from pipeline.ids import JobId, ProjectId, SceneId
from pipeline.jobs import JobKind, JobStatus
from storage.entries import AdvanceJob
from storage.errors import DefinitionMismatchError, StaleOwnerError, StoreUnavailableError
from storage.stored import Tries
from tests.actors.orchestrator.rows import Rows
from tests.actors.orchestrator.talk import ANSWER, ASK, GENERATE, NOW, RECALL, RECOLLECTION, TURN, Hands, as_stored
from tests.actors.orchestrator.talk import error as an_error
from tests.pipeline.play import a_brief, answer

LIMITS: Mapping[JobKind, Limit] = {"turn": Limit(2, 1, keeps_place=True), "component": Limit(2, 2)}


@dataclass
class Desk:
    """A core over rows, and what came out of it last."""

    rows: Rows = field(default_factory=Rows)
    hands: Hands = field(default_factory=Hands)

    def __post_init__(self) -> None:
        self.core = Core(self.rows, Chances(lambda: self.hands.now, lambda: self.hands.dice), LIMITS)

    def turn(self, name: str, **fields: Any) -> JobId:  # noqa: ANN401
        marks = {"kind": "turn", "message": ANSWER, "input": TURN.model_dump_json(), "number": int(name[1:])}
        return self._row(name, {**marks, **fields})

    def component(self, name: str, **fields: Any) -> JobId:  # noqa: ANN401
        marks = {"kind": "component", "scene": SceneId("scene_1"), "number": int(name[1:])}
        return self._row(name, {**marks, "input": a_brief().model_dump_json(), **fields})

    def start(self, *jobs: JobId) -> list[str]:
        """Tell of these jobs; returns whose work is asked for."""
        return [name for job in jobs for name in asked_for(self.core.take(StartJob(job)))]

    def _row(self, name: str, fields: dict[str, Any]) -> JobId:
        self.rows.rows[JobId(name)] = as_stored(id=JobId(name), **{"project": ProjectId("a"), **fields})
        return JobId(name)


def asked_for(effects: Sequence[Effect]) -> list[str]:
    """The jobs whose work is asked for, in order."""
    return [work.job for work in performed(effects)]


def performed(effects: Sequence[Effect]) -> list[Perform]:
    thens = [then.message for write in writes(effects) for then in write.then]
    return [message for message in thens if isinstance(message, Perform)]


def writes(effects: Sequence[Effect]) -> list[Write]:
    sendings = [effect for effect in effects if isinstance(effect, Sending)]
    return [sending.message for sending in sendings if isinstance(sending.message, Write)]


def written(effects: Sequence[Effect]) -> list[AdvanceJob]:
    return [write.entry for write in writes(effects) if isinstance(write.entry, AdvanceJob)]


def alarms(effects: Sequence[Effect]) -> list[float]:
    return [effect.at for effect in effects if isinstance(effect, Alarm)]


def failing(desk: Desk, work: Perform) -> list[Effect]:
    """The model's server is down for that work."""
    context = an_error(error_class=ErrorClass.TRANSIENT, provider="p")
    return desk.core.take(AttemptFailed(work.job, work.epoch, work.key, work.attempt, context))


def test_a_turn_that_is_resumed_while_a_later_one_runs_waits_for_that() -> None:
    desk = Desk()
    old, new = desk.turn("t1", status=JobStatus.FAILED), desk.turn("t2")
    assert desk.start(new) == ["t2"]
    desk.rows.rows[old] = replace(desk.rows.rows[old], status=JobStatus.RUNNING, epoch=3)
    assert desk.start(old) == []
    assert asked_for(desk.core.take(CancelJob(new))) == ["t1"]


def test_no_more_jobs_of_a_kind_are_at_work_than_may_be() -> None:
    desk = Desk()
    assert desk.start(*(desk.component(f"c{number}") for number in range(1, 5))) == ["c1", "c2"]
    assert asked_for(desk.core.take(CancelJob(JobId("c1")))) == ["c3"]


def test_what_is_put_first_goes_next() -> None:
    desk = Desk()
    desk.start(*(desk.component(f"c{number}") for number in range(1, 5)))
    desk.rows.rows[JobId("c4")] = replace(desk.rows.rows[JobId("c4")], priority=1)
    assert desk.core.take(RankJob(JobId("c4"))) == []
    assert asked_for(desk.core.take(CancelJob(JobId("c1")))) == ["c4"]


def test_a_component_that_waits_for_its_next_try_lets_another_work_meanwhile() -> None:
    desk = Desk()
    jobs = [desk.component(f"c{number}") for number in range(1, 4)]
    [first, _] = [work for job in jobs for work in performed(desk.core.take(StartJob(job)))]
    effects = failing(desk, first)
    assert (asked_for(effects), alarms(effects)) == (["c3"], [NOW + 0.25])
    desk.hands.now = NOW + 0.25
    assert asked_for(desk.core.take(RetryDue(first.job, first.epoch))) == []  # both places are taken now
    assert asked_for(desk.core.take(CancelJob(JobId("c2")))) == ["c1"]


def test_a_timer_that_comes_early_is_set_again() -> None:
    desk = Desk()
    [work] = performed(desk.core.take(StartJob(desk.component("c1"))))
    failing(desk, work)
    assert desk.core.take(RetryDue(work.job, work.epoch)) == [Alarm(NOW + 0.25, RetryDue(work.job, work.epoch))]
    assert desk.core.take(RetryDue(work.job, work.epoch - 1)) == []


def test_a_wait_is_cut_when_a_person_wants_it_now() -> None:
    desk = Desk()
    [work] = performed(desk.core.take(StartJob(desk.component("c1"))))
    failing(desk, work)
    [again] = performed(desk.core.take(RunJobNow(work.job)))
    assert (again.key, again.attempt) == (GENERATE, 2)
    assert desk.core.take(RunJobNow(JobId("c9"))) == []


def test_whoever_works_for_a_cancelled_job_is_stopped_before_anything_is_written() -> None:
    desk = Desk()
    job = desk.turn("t1")
    desk.start(job)
    effects = desk.core.take(CancelJob(job))
    assert effects[:2] == [Sending(to, DropWork(job, 1), urgent=True) for to in (LLM, STOPPER)]
    [end] = written(effects)
    assert (end.status, [failed.error.code for failed in end.failed]) == (JobStatus.CANCELLED, ["job.cancelled"])


def test_a_job_whose_end_is_wanted_is_cancelled_when_it_is_taken_up() -> None:
    desk = Desk()
    desk.turn("t1", wish="cancel", status=JobStatus.RUNNING)
    assert [entry.status for entry in written(desk.core.take_up(known=False))] == [JobStatus.CANCELLED]


def test_work_that_may_be_under_way_is_asked_for_again_and_not_counted_again() -> None:
    desk = Desk(Rows(heard={RECALL: RECOLLECTION}, known={RECALL: Tries(1), ASK: Tries(2, under_way=True)}))
    desk.turn("t1", status=JobStatus.RUNNING, epoch=4)
    [work] = performed(desk.core.take_up(known=True))
    assert (work.key, work.attempt, work.epoch) == (ASK, 2, 4)


def test_after_a_restart_of_the_process_it_is_another_attempt() -> None:
    desk = Desk(Rows(heard={RECALL: RECOLLECTION}, known={RECALL: Tries(1), ASK: Tries(2, under_way=True)}))
    desk.turn("t1", status=JobStatus.RUNNING, epoch=4)
    [work] = performed(desk.core.take_up(known=False))
    assert (work.attempt, work.epoch) == (3, 5)


def test_a_reply_to_another_command_is_heard_and_said(caplog: pytest.LogCaptureFixture) -> None:
    desk = Desk(Rows(heard={GENERATE: answer("<A/>")}, known={GENERATE: Tries(1, digest="of another prompt")}))
    assert desk.start(desk.component("c1")) == ["c1"]
    assert "a recorded reply was to another command" in caplog.text


def test_a_job_that_cannot_be_read_fails_alone() -> None:
    desk = Desk(Rows(fault=DefinitionMismatchError("torn")))
    [end] = written(desk.core.take(StartJob(desk.turn("t1"))))
    assert end.error is not None
    assert (end.status, end.error.code) == (JobStatus.FAILED, "definition-mismatch")


def test_a_silent_store_fails_no_job() -> None:
    desk = Desk(Rows(fault=StoreUnavailableError("no disk")))
    with pytest.raises(StoreUnavailableError):
        desk.core.take(StartJob(desk.turn("t1")))


def test_a_job_that_somebody_else_took_over_is_left_to_them() -> None:
    desk = Desk()
    first = desk.turn("t1")
    desk.start(first, desk.turn("t2"))
    desk.rows.rows[first] = replace(desk.rows.rows[first], status=JobStatus.RUNNING)
    assert asked_for(desk.core.take(WriteRefused(first, 1, StaleOwnerError("epoch 2")))) == ["t2"]


def test_a_turn_that_was_changed_while_it_was_taken_up_is_taken_up_anew() -> None:
    desk = Desk()
    desk.start(job := desk.turn("t1"))
    assert len(written(desk.core.take(WriteRefused(job, 1, StaleOwnerError("edited"))))) == 1


def test_a_job_whose_write_did_not_hold_fails() -> None:
    desk = Desk()
    job = desk.turn("t1")
    desk.start(job)
    assert desk.core.take(WriteRefused(job, 7, ValueError("of an earlier life"))) == []
    desk.rows.rows[job] = replace(desk.rows.rows[job], status=JobStatus.RUNNING, epoch=1)
    [end] = written(desk.core.take(WriteRefused(job, 1, ValueError("it does not fit"))))
    assert end.status is JobStatus.FAILED
