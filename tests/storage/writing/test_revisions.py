from dataclasses import replace

import pytest
from pydantic import JsonValue

from pipeline.changes import RemoveScene, UpdateScene
from pipeline.commands import Publish, Published
from pipeline.declared import DeclaredProp
from pipeline.events import ComponentPublishComplete, SceneUpdated
from pipeline.findings import Finding, Severity
from pipeline.ids import JobId, RevisionId, SceneId
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from storage.edits import EditProject, RedoEdit, UndoEdit
from storage.entries import AdvanceJob, PublishRevision, Recorded, Written
from storage.errors import NotFoundError
from storage.sql import execute
from tests.storage.opened import BUNDLE, PROJECT, SCENE, Store, component, publish, tool

KEY = Key("publish", 0)
WARNING = Finding(code="slow", message="it is slow", severity=Severity.WARNING)


@pytest.fixture
def first(store: Store) -> JobId:
    return store.begin_scene()


def _second(store: Store) -> JobId:
    (job,) = store.write(tool(key=Key("act", 1), jobs=(component(SCENE, "orange"),))).new_jobs
    store.write(AdvanceJob(job, 0, JobStatus.RUNNING, new_epoch=1))
    return job


def test_a_revision_is_stored_and_shown(store: Store, first: JobId) -> None:
    asked = Publish(
        scene=SCENE, generation=1, source="src", bundle=BUNDLE, findings=(WARNING,), report={"frames": [0, 45]}
    )
    written = store.write(publish(first, publish=asked))
    reply = Published(revision=RevisionId("rev_1"), scene=SCENE, shown=True, warnings=(WARNING,))
    assert written.recorded == Recorded(first, KEY, reply)
    assert store.reader.recorded(first) == {KEY: reply}
    revision = store.reader.revision(RevisionId("rev_1"))
    assert (revision.number, revision.generation, revision.shown, revision.job) == (1, 1, True, first)
    assert (revision.source, revision.findings, revision.report) == ("src", (WARNING,), {"frames": [0, 45]})
    project = store.reader.project(PROJECT)
    assert (project.scenes[0].revision, project.scenes[0].bundle) == ("rev_1", BUNDLE)
    assert project.sources == {SCENE: "src"}
    assert store.reader.source(SCENE) == "src"


def test_the_stream_hears_of_the_scene_and_then_of_the_publish(store: Store, first: JobId) -> None:
    asked = Publish(scene=SCENE, generation=1, source="src", bundle=BUNDLE, findings=(WARNING,))
    updated, complete = (stored.event for stored in store.write(publish(first, publish=asked)).events)
    assert isinstance(updated, SceneUpdated)
    assert updated.scene == store.reader.project(PROJECT).scenes[0]
    assert isinstance(complete, ComponentPublishComplete)
    assert (complete.job, complete.step, complete.percent, complete.shown) == (first, "publish", 100, True)
    assert complete.findings == (WARNING,)


def test_what_was_asked_last_wins_and_an_older_publish_is_kept_unseen(store: Store, first: JobId) -> None:
    second = _second(store)
    store.write(publish(second, generation=2))
    late = store.write(publish(first, generation=1))
    assert [stored.event.wire_name() for stored in late.events] == ["component.publish.complete"]
    assert late.recorded is not None
    assert late.recorded.reply == Published(revision=RevisionId("rev_2"), scene=SCENE, shown=False)
    assert store.reader.source(SCENE) == f"source of {second}"
    older = store.reader.revision(RevisionId("rev_2"))
    assert (older.number, older.shown) == (2, False)


def test_a_publish_before_the_newer_wish_is_done_is_not_shown_either(store: Store, first: JobId) -> None:
    _second(store)
    store.write(publish(first, generation=1))
    assert store.reader.project(PROJECT).scenes[0].revision is None


def test_a_removed_scene_keeps_its_revision_unseen(store: Store, first: JobId) -> None:
    store.write(tool(key=Key("act", 1), changes=(RemoveScene(scene=SCENE),)))
    written = store.write(publish(first))
    assert written.recorded is not None
    assert written.recorded.reply == Published(revision=RevisionId("rev_1"), scene=SCENE, shown=False)
    assert store.count("revision") == 1
    assert store.reader.outline(PROJECT).project.scenes == ()


def test_the_same_publish_again_is_answered_with_what_was_recorded(store: Store, first: JobId) -> None:
    written = store.write(publish(first))
    assert store.write(publish(first)) == Written(job=first, recorded=written.recorded)
    assert store.count("revision") == 1


def test_a_scene_nobody_knows_is_not_found(store: Store, first: JobId) -> None:
    asked = Publish(scene=SceneId("scn_x"), generation=1, source="", bundle=BUNDLE)
    error = store.refusal(publish(first, publish=asked), NotFoundError)
    assert str(error) == "there is no scene scn_x in project prj_1: its revision is not stored"


def test_the_bundle_is_named_with_its_size(store: Store, first: JobId) -> None:
    bundle = store.artifacts.put(b"export default 1", "bundle")
    store.write(publish(first, publish=Publish(scene=SCENE, generation=1, source="", bundle=bundle)))
    rows = execute(store.database.connection, "SELECT sha256, kind, bytes FROM artifact").fetchall()
    assert rows == [(bundle, "bundle", 16)]


def _titled(default: str, key: Key = KEY) -> PublishRevision:
    """A publish of a component with a title that can be set."""
    title = DeclaredProp(name="title", kind="text", default=default).model_dump(mode="json")
    report: dict[str, JsonValue] = {"build": {"props": [title]}}
    asked = Publish(scene=SCENE, generation=1, source=default, bundle=BUNDLE, report=report)
    return publish(JobId("job_1"), publish=asked, key=key)


def _set_title(store: Store) -> dict[str, JsonValue]:
    store.write(EditProject(PROJECT, (UpdateScene(scene=SCENE, props={"title": "by hand", "other": 1}),)))
    return store.reader.project(PROJECT).scenes[0].props


def test_what_was_set_by_hand_holds_for_a_revision_that_says_the_same(store: Store, first: JobId) -> None:
    store.write(replace(_titled("Ship it"), job=first))
    props = _set_title(store)
    store.write(replace(_titled("Ship it", Key("publish", 1)), job=first))
    assert store.reader.project(PROJECT).scenes[0].props == props


def test_a_default_that_a_revision_changes_is_seen_and_can_be_taken_back(store: Store, first: JobId) -> None:
    store.write(replace(_titled("Ship it"), job=first))
    props = _set_title(store)
    store.write(replace(_titled("Ship it now", Key("publish", 1)), job=first))
    assert store.reader.project(PROJECT).scenes[0].props == {"other": 1}
    store.write(UndoEdit(PROJECT, None))
    scene = store.reader.project(PROJECT).scenes[0]
    assert (scene.revision, scene.props) == ("rev_1", props)
    store.write(RedoEdit(PROJECT, None))
    scene = store.reader.project(PROJECT).scenes[0]
    assert (scene.revision, scene.props) == ("rev_2", {"other": 1})
