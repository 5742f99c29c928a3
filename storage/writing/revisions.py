"""How a revision is published: always stored, shown only if nothing newer was asked for."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from pipeline.changes import Change, ShowRevision, UpdateScene
from pipeline.commands import Publish, Published
from pipeline.declared import declared_in, still_set
from pipeline.events import ComponentPublishComplete, Event, SceneUpdated
from pipeline.findings import Severity
from pipeline.history import Author
from pipeline.ids import ProjectId, RevisionId
from pipeline.project import Scene
from storage import models
from storage.entries import PublishRevision, Recorded, StepHeard, Written
from storage.reading.checkpoints import recorded_reply
from storage.reading.projects import scene_of
from storage.reading.rows import Row, one_row
from storage.writing.artifacts import name_artifact
from storage.writing.checkpoints import hear_step
from storage.writing.history import Maker, keep_way
from storage.writing.ownership import open_job
from storage.writing.scenes import SHOW
from storage.writing.transaction import Transaction, json_text

_STORE = """
INSERT INTO revision (id, scene, project, job, number, generation, source, bundle, findings, report, shown, created_at)
SELECT ?, ?, ?, ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM revision WHERE scene = ?
"""


@dataclass(frozen=True)
class _New:
    """The revision that is being stored."""

    id: RevisionId
    project: ProjectId
    shown: bool


def publish_revision(transaction: Transaction, entry: PublishRevision) -> Written:
    """Store the revision, once. Raises NotFoundError for an unknown scene or job, and StaleOwnerError."""
    project = open_job(transaction, entry.job, entry.epoch).project
    known = recorded_reply(transaction.database, entry.job, entry.key, transaction.replies)
    if known is not None:
        return Written(job=entry.job, recorded=Recorded(entry.job, entry.key, known))
    scene = _scene_row(transaction, project, entry.publish)
    wanted = scene["generation"] == entry.publish.generation
    new = _New(RevisionId(transaction.new_id("rev")), project, shown=wanted and scene["removed_at"] is None)
    _store(transaction, entry, new)
    # A scene that was taken out shows it when it comes back.
    shown = _show(transaction, scene, entry.publish, new) if wanted else scene
    kept = _keep(transaction, entry, (scene_of(scene), scene_of(shown)), new.project) if new.shown else ()
    return _recorded(transaction, entry, new, shown, kept)


def _scene_row(transaction: Transaction, project: ProjectId, publish: Publish) -> Row:
    ours = (models.Scene.id == publish.scene) & (models.Scene.project == project)
    missing = f"there is no scene {publish.scene} in project {project}: its revision is not stored"
    return one_row(transaction.database, models.Scene.select().where(ours), missing)


def _store(transaction: Transaction, entry: PublishRevision, new: _New) -> None:
    publish, now = entry.publish, transaction.now
    name_artifact(transaction, publish.bundle, "bundle")
    transaction.run(
        _STORE,
        new.id,
        publish.scene,
        new.project,
        entry.job,
        publish.generation,
        publish.source,
        publish.bundle,
        json_text([found.model_dump(mode="json") for found in publish.findings]),
        json_text(publish.report),
        int(new.shown),
        now,
        publish.scene,
    )


def _show(transaction: Transaction, scene: Row, publish: Publish, new: _New) -> Row:
    props = json_text(_props(transaction, scene, publish))
    transaction.run(
        "UPDATE scene SET revision = ?, bundle = ?, props = ? WHERE id = ?",
        new.id,
        publish.bundle,
        props,
        publish.scene,
    )
    transaction.run(SHOW, publish.scene, new.id, transaction.now)
    return {**scene, "revision": new.id, "bundle": publish.bundle, "props": props}


def _props(transaction: Transaction, scene: Row, publish: Publish) -> dict[str, JsonValue]:
    """What was set of the scene's props, as far as it holds for the new revision."""
    shown = transaction.row("SELECT report FROM revision WHERE id = ?", scene["revision"])
    before = declared_in(json.loads(shown[0])) if shown else ()
    return still_set(json.loads(scene["props"]), before, declared_in(publish.report))


def _keep(
    transaction: Transaction, entry: PublishRevision, scenes: tuple[Scene, Scene], project: ProjectId
) -> Sequence[Event]:
    """A component that takes the place of another can be taken back; the first one goes with its scene."""
    before, after = scenes
    if before.revision is None:
        return ()
    back, again = _shown(before, after), _shown(after, before)
    turn = transaction.row("SELECT turn FROM job WHERE id = ?", entry.job)
    author: Author = "model" if turn and turn[0] else "person"
    maker = Maker(f"changed the component of “{before.name}”", author, entry.job)
    return keep_way(transaction, project, back, again, maker)


def _shown(scene: Scene, other: Scene) -> tuple[Change, ...]:
    """The changes that have a scene show what it does, coming from another."""
    show = ShowRevision(scene=scene.id, revision=scene.revision, bundle=scene.bundle)
    return (show,) if scene.props == other.props else (show, UpdateScene(scene=scene.id, props=scene.props))


def _recorded(
    transaction: Transaction, entry: PublishRevision, new: _New, scene: Row, kept: Sequence[Event]
) -> Written:
    publish = entry.publish
    warnings = tuple(found for found in publish.findings if found.severity is Severity.WARNING)
    reply = Published(revision=new.id, scene=publish.scene, shown=new.shown, warnings=warnings)
    hear_step(transaction, entry.job, StepHeard(entry.key, entry.attempt, reply))
    complete = ComponentPublishComplete(
        scene=publish.scene,
        percent=100,
        revision=new.id,
        bundle=publish.bundle,
        shown=new.shown,
        findings=tuple(found for found in publish.findings if found.severity is not Severity.ERROR),
    )
    events: list[Event] = [SceneUpdated(scene=scene_of(scene)), complete, *kept] if new.shown else [complete]
    told = [event.model_copy(update={"step": entry.key.step, "attempt": entry.attempt}) for event in events]
    return Written(
        events=transaction.number(new.project, told, job=entry.job),
        job=entry.job,
        recorded=Recorded(entry.job, entry.key, reply),
    )
