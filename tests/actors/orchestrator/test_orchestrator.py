from pathlib import Path

import pytest

from actors.messages import JOURNAL, CancelJob, DropWork, RetryDue, RunJobNow, StartJob, Write
from pipeline.failures import ErrorClass
from pipeline.findings import Verdict
from pipeline.ids import JobId, MessageId, ProjectId, Sha256
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from pipeline.value import Value
from storage.entries import AdvanceJob, ApplyTool
from storage.errors import DefinitionMismatchError, MissingArtifactError
from storage.messages import EditMessage, WithdrawMessage
from storage.reader import Reader
from tests.actors.edges import CODE, PATIENCE_S, PROJECT, planned
from tests.actors.house import House
from tests.actors.orchestrator.talk import error
from tests.pipeline.play import answer, call


def test_a_message_becomes_published_scenes(house: House) -> None:
    house.say("teaser")
    house.finish(3)
    scenes = house.reader.project(PROJECT).scenes
    assert [(scene.name, scene.revision is not None) for scene in scenes] == [("Title", True), ("Outro", True)]
    assert house.reader.open_jobs() == []


def test_the_events_of_a_turn_come_in_order_and_without_a_gap(house: House) -> None:
    job = house.say("teaser")
    house.finish(3)
    assert house.numbers() == list(range(1, house.reader.last_seq(PROJECT) + 1))
    assert house.names(job) == [
        "message.created",
        "message.created",
        "job.queued",
        "message.start",
        "message.complete",
        "tool.start",
        "plan.created",
        "project.updated",
        "scene.added",
        "scene.added",
        "history.updated",
        "tool.complete",
        "message.complete",
        "job.complete",
    ]


def test_each_component_goes_through_its_stages(house: House) -> None:
    house.say("teaser")
    house.finish(3)
    jobs = {framed.told.job for framed in house.heard if framed.name == "component.queued"}
    assert len(jobs) == 2
    for job in jobs:
        assert [name for name in house.names(job) if name.startswith("component")] == [
            "component.queued",
            "component.generate.start",
            "component.generate.complete",
            "component.build.start",
            "component.build.complete",
            "component.validate.start",
            "component.validate.complete",
            "component.publish.complete",
            "component.inspect.start",
            "component.inspect.complete",
        ]


def test_two_turns_of_one_project_go_one_after_the_other(house: House) -> None:
    house.model.script = lambda _: answer("Done.")
    house.model.holds = True
    first, second = house.say("first"), house.say("second")
    work = house.model.asked.get(timeout=PATIENCE_S)
    assert work.job == first
    assert house.reader.job(second).status is JobStatus.QUEUED
    house.model.holds = False
    house.release(work)
    house.finish(2)
    ends = [framed.told.job for framed in house.heard if framed.name == "job.complete"]
    assert ends == [first, second]


def test_a_message_that_waits_is_answered_as_it_was_changed_or_not_at_all(house: House) -> None:
    house.model.script = lambda ask: answer(f"You said {ask.messages[-1].content}.")
    house.model.holds = True
    house.say("first")
    work = house.model.asked.get(timeout=PATIENCE_S)
    withdrawn, changed = house.say("second"), house.say("third")
    house.write(WithdrawMessage(PROJECT, MessageId("asked_second")))
    house.write(EditMessage(PROJECT, MessageId("asked_third"), "other words"))
    house.model.holds = False
    house.release(work)
    house.finish(3)
    assert [message.content for message in house.reader.snapshot(PROJECT).messages] == [
        "first",
        "You said first.",
        "other words",
        "You said other words.",
    ]
    assert [house.reader.job(job).status for job in (withdrawn, changed)] == [JobStatus.CANCELLED, JobStatus.COMPLETED]


def test_turns_of_different_projects_go_side_by_side(house: House) -> None:
    other = ProjectId("prj_2")
    house.begin(other)
    house.model.holds = True
    jobs = {house.say("first"), house.say("second", other)}
    assert {house.model.asked.get(timeout=PATIENCE_S).job for _ in jobs} == jobs


def test_cancelling_stops_a_turn_and_lets_the_next_begin(house: House) -> None:
    house.model.holds = True
    first, second = house.say("first"), house.say("second")
    house.model.asked.get(timeout=PATIENCE_S)
    house.tell(CancelJob(first))
    house.until("job.cancelled", job=first)
    assert house.model.dropped.get(timeout=PATIENCE_S) == DropWork(first, 1)
    assert house.model.asked.get(timeout=PATIENCE_S).job == second
    assert house.reader.job(first).status is JobStatus.CANCELLED


def test_a_turn_that_waits_in_line_can_be_cancelled(house: House) -> None:
    house.model.holds = True
    _, second = house.say("first"), house.say("second")
    house.tell(CancelJob(second))
    house.until("job.cancelled", job=second)
    assert house.reader.job(second).status is JobStatus.CANCELLED


def test_a_failed_job_goes_on_from_its_last_good_step_when_it_is_resumed(house: House) -> None:
    house.model.script = lambda ask: error() if ask.round == 1 else planned(ask)
    job = house.say("teaser")
    house.until("job.failed", job=job)
    house.model.script = planned
    house.resume(job)
    house.until("job.complete", job=job)
    asked = [work.key for work in house.model.asked.queue if work.job == job]
    assert asked == [Key("ask", 0), Key("ask", 1), Key("ask", 1)]


def test_resuming_twice_is_resuming_once(house: House) -> None:
    house.model.script = lambda _: error()
    job = house.say("teaser")
    house.until("job.failed", job=job)
    house.model.script = planned
    house.resume(job)
    house.resume(job)
    house.finish(3)
    assert house.names(job).count("job.resumed") == 1


def test_a_late_refusal_of_an_earlier_life_leaves_the_resumed_job_alone(house: House) -> None:
    house.model.holds = True
    job = house.say("teaser")
    house.model.asked.get(timeout=PATIENCE_S)
    house.tell(CancelJob(job))
    house.until("job.cancelled", job=job)
    house.resume(job)
    work = house.model.asked.get(timeout=PATIENCE_S)
    late = ApplyTool(job, 1, Key("act", 0), 1, call("set_project"))
    house.system.address(JOURNAL).tell(Write(late))
    house.model.holds = False
    house.release(work)
    assert house.until("job.complete", "job.failed", job=job).name == "job.complete"


def test_a_job_that_somebody_else_took_over_is_left_to_them(house: House) -> None:
    house.model.holds = True
    job = house.say("teaser")
    work = house.model.asked.get(timeout=PATIENCE_S)
    house.writer.write([AdvanceJob(job, 1, JobStatus.RUNNING, new_epoch=2)])
    following = house.say("following")
    house.release(work)
    assert house.model.asked.get(timeout=PATIENCE_S).job == following
    assert (house.reader.job(job).status, house.reader.job(job).epoch) == (JobStatus.RUNNING, 2)


def test_a_bug_in_a_step_ends_that_job_only(house: House) -> None:
    other = ProjectId("prj_2")
    house.begin(other)
    house.model.script = lambda ask: Verdict(accepted=True) if ask.role == "plan" else CODE
    broken = house.say("broken")
    assert house.until("job.failed").told.job == broken
    house.model.script = planned
    whole = house.say("whole", other)
    assert house.until("job.complete", "job.failed", job=whole).name == "job.complete"
    failure = house.reader.job(broken).error
    assert failure is not None
    assert failure.code == "internal"


def test_a_message_for_a_job_that_does_not_exist_does_no_harm(house: House) -> None:
    for message in (StartJob(JobId("job_0")), CancelJob(JobId("job_0")), RunJobNow(JobId("job_0"))):
        house.tell(message)
    house.say("teaser")
    house.finish(3)
    assert house.reader.open_jobs() == []


_BAD = [("torn", "definition-mismatch"), ("gone", "artifact.missing"), ("buggy", "internal")]


class Torn(Reader):
    """A store that cannot read the checkpoints of jobs whose name says so."""

    def recorded(self, job: JobId) -> dict[Key, Value]:
        if "torn" in job:
            raise DefinitionMismatchError
        if "gone" in job:
            raise MissingArtifactError(Sha256("0" * 64))
        if "buggy" in job:
            raise RuntimeError
        return super().recorded(job)


@pytest.mark.parametrize(("name", "code"), _BAD)
def test_a_job_that_cannot_be_opened_fails_alone_and_lets_the_next_begin(tmp_path: Path, name: str, code: str) -> None:
    house = House(tmp_path, reader=Torn)
    house.begin()
    bad = house.leave(name)
    house.until("job.failed", job=bad)
    good = house.say("good")
    house.until("job.complete", job=good)
    failure = house.reader.job(bad).error
    assert failure is not None
    assert failure.code == code
    house.close()


def test_a_timer_that_comes_early_is_set_again(house: House) -> None:
    passing = iter([error(error_class=ErrorClass.TRANSIENT)])
    house.model.script = lambda _: next(passing, answer("Done."))
    job = house.say("teaser")
    house.until("job.retry.scheduled", job=job)
    house.tell(RetryDue(job, 1))
    house.until("job.complete", job=job)
    assert house.names(job).count("message.reset") == 1
