from pipeline.commands import Inspection, Publish
from pipeline.findings import Finding, Severity
from pipeline.ids import JobId, RevisionId, Sha256
from pipeline.jobs import JobStatus
from pipeline.project import Still
from pipeline.replay import Key
from storage.entries import AdvanceJob, StepHeard
from tests.storage.opened import BUNDLE, PROJECT, SCENE, Store, publish

REVISION = RevisionId("rev_1")
STILLS = (Still(frame=18, sha256=Sha256("1" * 64)), Still(frame=44, sha256=Sha256("2" * 64)))
SLOW = Finding(code="bundle.large", message="large", severity=Severity.WARNING)
EDGE = Finding(code="pixels.edge", message="cut", severity=Severity.WARNING)


def looked(store: Store, ordinal: int, *found: Finding, stills: tuple[Still, ...] = STILLS) -> None:
    seen = Inspection(revision=REVISION, ran=True, findings=found, stills=stills)
    heard = StepHeard(Key("inspect", ordinal), 1, seen)
    store.write(AdvanceJob(_job(store), 1, JobStatus.RUNNING, heard=(heard,)))


def _job(store: Store) -> JobId:
    return store.reader.revision(REVISION).job


def published(store: Store) -> None:
    job = store.begin_scene()
    asked = Publish(scene=SCENE, generation=1, source="src", bundle=BUNDLE, findings=(SLOW,))
    store.write(publish(job, publish=asked))


def test_the_pictures_and_what_was_seen_are_kept_with_the_revision(store: Store) -> None:
    published(store)
    looked(store, 0, EDGE)
    revision = store.reader.revision(REVISION)
    assert (revision.stills, revision.findings) == (STILLS, (SLOW, EDGE))
    assert store.reader.revisions(SCENE)[0].stills == STILLS
    assert store.count("artifact") == 3, "the bundle and both pictures"


def test_a_second_look_takes_the_place_of_the_first(store: Store) -> None:
    published(store)
    looked(store, 0, EDGE)
    looked(store, 1, stills=STILLS[:1])
    revision = store.reader.revision(REVISION)
    assert (revision.stills, revision.findings) == (STILLS[:1], (SLOW,))


def test_a_snapshot_has_the_pictures_of_what_is_shown(store: Store) -> None:
    published(store)
    assert store.reader.snapshot(PROJECT).stills == {}
    looked(store, 0)
    assert store.reader.snapshot(PROJECT).stills == {REVISION: STILLS}


def test_a_project_is_listed_with_a_picture_of_its_first_scene(store: Store) -> None:
    published(store)
    assert [project.still for project in store.reader.projects()] == [None]
    looked(store, 0)
    assert [project.still for project in store.reader.projects()] == [STILLS[1].sha256]
