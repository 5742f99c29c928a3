from dataclasses import replace

import pytest

from pipeline import jobs
from pipeline.errors import ChangeRefusedError
from pipeline.findings import Finding, Severity
from pipeline.ids import JobId, ProjectId, SceneId
from pipeline.jobs import ComponentBrief, JobStatus
from pipeline.replay import Key
from storage.edits import CommissionComponent
from storage.entries import AdvanceJob
from storage.errors import NotFoundError
from tests.storage.opened import PROJECT, SCENE, Store, publish, started

MINE = JobId("job_mine")


def brief(store: Store) -> ComponentBrief:
    found = store.reader.job(MINE).brief()
    assert isinstance(found, ComponentBrief)
    return found


def test_a_source_of_the_persons_own_is_checked_and_repaired_by_nobody(store: Store) -> None:
    store.begin_scene()
    written = store.write(CommissionComponent(PROJECT, SCENE, MINE, source="export default 1"))
    assert [stored.event.wire_name() for stored in written.events] == ["component.queued"]
    assert written.new_jobs == (MINE,)
    assert (brief(store).draft, brief(store).allowance.repairs) == ("export default 1", 0)
    assert brief(store).scene.generation == 2


def test_an_instruction_changes_the_source_that_is_shown(store: Store) -> None:
    store.write(publish(store.begin_scene()))
    store.write(CommissionComponent(PROJECT, SCENE, MINE, instruction="slower"))
    assert (brief(store).instruction, brief(store).source is not None, brief(store).draft) == ("slower", True, None)


def test_a_project_that_had_its_repairs_of_the_day_gets_no_more_by_itself(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "MOST_REPAIRS_A_DAY", 1)
    first = store.begin_scene()
    store.write(AdvanceJob(first, 1, JobStatus.RUNNING, started=(started(Key("repair", 0)),)))
    store.write(CommissionComponent(PROJECT, SCENE, MINE))
    assert brief(store).allowance.repairs == 0


def test_what_the_checks_warned_of_goes_with_the_next_change(store: Store) -> None:
    warned = Finding(code="render.static", message="nothing moves", severity=Severity.WARNING)
    mended = Finding(code="source.fenced", message="mended", severity=Severity.INFO)
    entry = publish(store.begin_scene())
    store.write(replace(entry, publish=entry.publish.model_copy(update={"findings": (warned, mended)})))
    store.write(CommissionComponent(PROJECT, SCENE, MINE, instruction="slower"))
    assert brief(store).warnings == (warned,)


def test_what_a_person_had_made_is_theirs_in_the_history(store: Store) -> None:
    store.write(publish(store.begin_scene()))
    store.write(CommissionComponent(PROJECT, SCENE, MINE))
    store.write(AdvanceJob(MINE, 0, JobStatus.RUNNING, new_epoch=1))
    store.write(publish(MINE, generation=2))
    edit = store.reader.edits(PROJECT, 1)[0]
    assert (edit.author, edit.job) == ("person", MINE)


def test_there_must_be_such_a_scene(store: Store) -> None:
    with pytest.raises(AssertionError):
        store.write(CommissionComponent(PROJECT, SCENE, MINE))
    store.begin()
    store.refusal(CommissionComponent(PROJECT, SceneId("nothing"), MINE), ChangeRefusedError)
    store.refusal(CommissionComponent(ProjectId("other"), SCENE, MINE), NotFoundError)
