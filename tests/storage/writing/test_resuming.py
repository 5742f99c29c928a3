import pytest

from pipeline.chat import ModelAnswer
from pipeline.failures import ErrorClass, ErrorContext
from pipeline.findings import Verdict
from pipeline.ids import JobId
from pipeline.jobs import ComponentBrief, JobStatus
from pipeline.replay import Key
from pipeline.resuming import Fork, Resumption
from storage.entries import AdvanceJob, StepFailed, StepHeard
from storage.errors import CommandRefusedError, NotFoundError
from storage.sql import execute
from storage.stored import Tries
from storage.wishes import ForkJob, ResumeJob
from tests.storage.opened import BUNDLE, SCENE, TURN, Store, publish

GENERATE, BUILD = Key("generate", 0), Key("build", 0)
ANSWER = ModelAnswer(text="<A/>", finish_reason="stop", model="m", provider="p")
DOWN = ErrorContext(code="model.outage", error_class=ErrorClass.TRANSIENT, message="It is down.")
NEW = JobId("job_new")


@pytest.fixture
def stopped(store: Store) -> JobId:
    """A component job that built and then failed twice at its check."""
    job = store.begin_scene()
    heard = (StepHeard(GENERATE, 1, ANSWER), StepHeard(BUILD, 1, Verdict(accepted=True, bundle=BUNDLE)))
    failed = tuple(StepFailed(Key("validate", 0), attempt, DOWN) for attempt in (1, 2))
    end = AdvanceJob(
        job, 1, JobStatus.FAILED, new_epoch=2, heard=heard, failed=failed, error=DOWN, last_successful_step="build"
    )
    store.write(end)
    return job


def test_a_job_goes_on_in_a_new_epoch_and_that_is_told(store: Store, stopped: JobId) -> None:
    (told,) = store.write(ResumeJob(stopped, Resumption())).events
    job = store.reader.job(stopped)
    assert (job.status, job.epoch, job.error, job.finished_at) == (JobStatus.RUNNING, 3, None, None)
    assert (told.event.wire_name(), job.last_successful_step) == ("job.resumed", "build")
    assert job.brief().allowance.repairs == 5
    assert set(store.reader.recorded(stopped)) == {GENERATE, BUILD}


def test_what_is_forgotten_is_kept_as_history_and_heard_no_more(store: Store, stopped: JobId) -> None:
    (told,) = store.write(ResumeJob(stopped, Resumption(from_step="build"))).events
    assert set(store.reader.recorded(stopped)) == {GENERATE}
    kept = {one.step: one.superseded for one in store.reader.checkpoints(stopped) if one.heard}
    assert kept == {"generate": False, "build": True}
    assert store.reader.job(stopped).last_successful_step == "generate"
    assert getattr(told.event, "forgotten", None) == ("build",)


def test_failures_from_before_a_resume_do_not_count_against_what_comes_after(store: Store, stopped: JobId) -> None:
    assert store.reader.tries(stopped)[Key("validate", 0)].failures == 2
    store.write(ResumeJob(stopped, Resumption()))
    assert store.reader.tries(stopped)[Key("validate", 0)] == Tries(2)
    assert len([one for one in store.reader.checkpoints(stopped) if one.error]) == 2


def test_the_same_click_twice_changes_nothing_and_another_one_is_refused(store: Store, stopped: JobId) -> None:
    first, again = (store.write(ResumeJob(stopped, Resumption(source="<Mine/>"))) for _ in range(2))
    assert (len(first.events), again.events) == (1, ())
    assert store.reader.job(stopped).epoch == 3
    refused = store.refusal(ResumeJob(stopped, Resumption()), CommandRefusedError)
    assert (refused.code, "is running" in str(refused)) == ("job.not-resumable", True)


@pytest.mark.parametrize("status", ["completed", "queued", "running", "waiting"])
def test_what_has_not_stopped_is_not_resumed(store: Store, stopped: JobId, status: str) -> None:
    execute(store.database.connection, "UPDATE job SET status = ? WHERE id = ?", status, stopped)
    assert store.refusal(ResumeJob(stopped, Resumption()), CommandRefusedError).code == "job.not-resumable"


def test_a_source_of_the_persons_own_becomes_the_draft(store: Store, stopped: JobId) -> None:
    store.write(ResumeJob(stopped, Resumption(source="<Mine/>")))
    brief = store.reader.job(stopped).brief()
    assert isinstance(brief, ComponentBrief)
    assert brief.draft == "<Mine/>"
    assert set(store.reader.recorded(stopped)) == {GENERATE}


def test_what_another_version_recorded_does_not_keep_a_component_from_beginning_anew(
    store: Store, stopped: JobId
) -> None:
    execute(store.database.connection, "UPDATE checkpoint SET reply_type = 'Hologram' WHERE job = ?", stopped)
    assert store.refusal(ResumeJob(stopped, Resumption()), CommandRefusedError).code == "definition-mismatch"
    store.write(ResumeJob(stopped, Resumption(from_step="generate")))
    assert store.reader.recorded(stopped) == {}


def test_nothing_is_resumed_or_forked_that_does_not_exist(store: Store) -> None:
    store.refusal(ResumeJob(JobId("job_x"), Resumption()), NotFoundError)
    store.refusal(ForkJob(JobId("job_x"), NEW, Fork()), NotFoundError)


def test_a_fork_shares_checkpoints_and_is_the_newest_wish_for_its_scene(store: Store, stopped: JobId) -> None:
    written = store.write(ForkJob(stopped, NEW, Fork(up_to="generate", source=None)))
    assert (written.job, written.new_jobs) == (NEW, (NEW,))
    assert [told.event.wire_name() for told in written.events] == ["component.queued"]
    assert set(store.reader.recorded(NEW)) == {GENERATE}
    view = store.reader.job_view(NEW)
    assert (view.status, view.forked_from, view.scene) == (JobStatus.QUEUED, stopped, SCENE)
    store.write(AdvanceJob(NEW, 0, JobStatus.RUNNING, new_epoch=1))
    generation = store.reader.job(NEW).generation or 0
    store.write(publish(NEW, generation))
    (shown,) = store.reader.snapshot(store.reader.job(NEW).project).scenes
    assert (generation, shown.revision) == (2, "rev_1")


def test_a_turn_is_not_forked(store: Store) -> None:
    store.begin()
    assert store.refusal(ForkJob(TURN, NEW, Fork()), CommandRefusedError).code == "fork.of-turn"
    assert store.count("job") == 1
