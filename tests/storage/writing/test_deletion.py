import pytest

from pipeline.changes import SetVideo
from pipeline.events import ProjectDeleted, ProjectRestored
from pipeline.ids import JobId, ProjectId, SceneId
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from storage.deletion import DeleteProject, RestoreProject
from storage.edits import CommissionComponent, EditProject
from storage.entries import AdvanceJob, Written
from storage.errors import NotFoundError, ProjectDeletedError
from storage.sql import execute
from tests.storage.opened import PROJECT, SCENE, TURN, Store, message, plan

DELETE, RESTORE = DeleteProject(PROJECT), RestoreProject(PROJECT)


def stop(store: Store, job: JobId) -> None:
    store.write(AdvanceJob(job, store.reader.job(job).epoch, JobStatus.CANCELLED, new_epoch=9))


def test_a_deleted_project_is_told_of_and_its_open_jobs_are_to_stop(store: Store) -> None:
    job = store.begin_scene()
    written = store.write(DELETE)
    assert [type(stored.event) for stored in written.events] == [ProjectDeleted]
    assert set(written.stopped) == {TURN, job}
    assert {store.reader.job(one).wish for one in written.stopped} == {"cancel"}


def test_it_is_listed_among_the_deleted_alone_and_read_no_more(store: Store) -> None:
    store.begin()
    store.write(DELETE)
    [deleted] = store.reader.deleted_projects()
    assert (deleted.id, deleted.deleted_at is not None) == (PROJECT, True)
    assert store.reader.projects() == []
    for asked in (store.reader.snapshot, store.reader.outline, store.reader.place):
        with pytest.raises(ProjectDeletedError, match="restore it to go on"):
            asked(PROJECT)


def test_nothing_is_written_to_it(store: Store) -> None:
    store.begin_scene()
    store.write(DELETE)
    for entry in (
        message(suffix="_2"),
        EditProject(PROJECT, (SetVideo(name="Other"),)),
        CommissionComponent(PROJECT, SCENE, JobId("job_new")),
        plan(SceneId("scn_2"), key=Key("act", 1)),
    ):
        store.refusal(entry, ProjectDeletedError)


def test_a_restore_brings_all_back_and_lets_go_on_what_was_stopped_for_it(store: Store) -> None:
    job = store.begin_scene()
    before = store.reader.snapshot(PROJECT)
    store.write(DELETE)
    for one in (TURN, job):
        stop(store, one)
    written = store.write(RESTORE)
    assert set(written.new_jobs) == {TURN, job}
    assert isinstance(written.events[0].event, ProjectRestored)
    after = store.reader.snapshot(PROJECT)
    assert (after.scenes, after.messages) == (before.scenes, before.messages)
    assert {one.status for one in after.jobs} == {JobStatus.RUNNING}
    assert store.reader.deleted_projects() == []


def test_what_a_person_had_stopped_before_stays_stopped(store: Store) -> None:
    store.begin()
    stop(store, TURN)
    store.write(DELETE)
    assert store.write(RESTORE).new_jobs == ()
    assert store.reader.job(TURN).status is JobStatus.CANCELLED


def test_deleting_or_restoring_twice_changes_nothing(store: Store) -> None:
    store.begin()
    assert store.write(DELETE) != Written()
    assert store.write(DELETE) == Written()
    store.write(RESTORE)
    assert store.write(RESTORE) == Written()


@pytest.mark.parametrize("entry", [DeleteProject(ProjectId("none")), RestoreProject(ProjectId("none"))])
def test_an_unknown_project_is_not_found(store: Store, entry: DeleteProject | RestoreProject) -> None:
    store.refusal(entry, NotFoundError)


def test_one_that_is_being_cleaned_away_does_not_come_back(store: Store) -> None:
    store.begin()
    execute(store.database.connection, "UPDATE project SET deleted_at = 0")
    store.refusal(RESTORE, NotFoundError)
    assert store.reader.deleted_projects() == []
