"""Each migration, from the schema before it, with rows in every table and a job in every status."""

from pathlib import Path

import pytest

from pipeline.ids import JobId, ProjectId
from pipeline.jobs import OPEN, JobStatus
from storage.migration import migrations
from storage.precaution import FOLDER
from tests.storage.migrations.older import at_schema, broken_references, counts
from tests.storage.opened import Store, message

NAMES = {step.version: step.name for step in migrations()}
PROJECT = ProjectId("p_1")


@pytest.fixture(params=sorted(NAMES)[1:], ids=NAMES.get)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A data folder of the schema before."""
    return at_schema(tmp_path / "data", request.param - 1)


def test_no_row_is_lost_and_none_loses_what_it_refers_to(older: Path) -> None:
    before = counts(older)
    Store(older).close()
    after = counts(older)
    assert {table: after[table] for table in before} | {"schema_version": 0, "meta": 0} == before | {
        "schema_version": 0,
        "meta": 0,
    }
    assert broken_references(older) == []


def test_what_was_stored_is_read_as_before(older: Path) -> None:
    store = Store(older)
    snapshot = store.reader.snapshot(PROJECT)
    assert [scene.revision for scene in snapshot.scenes] == ["r_1"]
    assert [message.content for message in snapshot.messages] == ["a teaser", "Done."]
    assert {job.status for job in snapshot.jobs} >= OPEN
    for status in JobStatus:
        job = store.reader.job(JobId(f"j_{status}"))
        assert (job.status, bool(job.error)) == (status, status is JobStatus.FAILED)
        job.brief()
        store.reader.checkpoints(job.id)
        store.reader.recorded(job.id)
    assert store.reader.open_jobs() == [f"j_{status}" for status in JobStatus if status in OPEN]
    assert [row.seq for row in store.reader.events_after(PROJECT, 0, 9)] == [1, 2]
    store.close()


def test_work_goes_on(older: Path) -> None:
    store = Store(older)
    asked = message(suffix="_new")
    written = store.write(type(asked)(**{**vars(asked), "project": PROJECT}))
    assert [stored.seq for stored in written.events] == [3, 4, 5]
    store.close()


def test_a_copy_from_before_is_kept(older: Path) -> None:
    before = counts(older)
    Store(older).close()
    [copy] = (older / FOLDER).iterdir()
    aside = older.parent / "aside"
    aside.mkdir()
    copy.rename(aside / "bazaar.db")
    assert counts(aside) == before
