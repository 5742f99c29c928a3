"""How a revision is published: always stored, shown only if nothing newer was asked for."""

from dataclasses import dataclass

from pipeline.commands import Publish, Published
from pipeline.events import ComponentPublishComplete, Event, SceneUpdated
from pipeline.findings import Severity
from pipeline.ids import ProjectId, RevisionId
from storage import models
from storage.entries import PublishRevision, Recorded, StepHeard, Written
from storage.reading.checkpoints import recorded_reply
from storage.reading.projects import scene_of
from storage.reading.rows import Row, one_row
from storage.writing.checkpoints import hear_step
from storage.writing.ownership import open_job
from storage.writing.transaction import Transaction, json_text

_STORE = """
INSERT INTO revision (id, scene, project, job, number, generation, source, bundle, findings, report, shown, created_at)
SELECT ?, ?, ?, ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM revision WHERE scene = ?
"""

_SHOW = """
INSERT INTO component (id, revision, updated_at) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, updated_at = excluded.updated_at
"""

_NAME_ARTIFACT = """
INSERT INTO artifact (sha256, kind, bytes, created_at, last_used_at) VALUES (?, 'bundle', ?, ?, ?)
ON CONFLICT (sha256) DO UPDATE SET last_used_at = excluded.last_used_at
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
    known = recorded_reply(transaction.database, entry.job, entry.key)
    if known is not None:
        return Written(job=entry.job, recorded=Recorded(entry.job, entry.key, known))
    scene = _scene_row(transaction, project, entry.publish)
    shown = scene["removed_at"] is None and scene["generation"] == entry.publish.generation
    new = _New(RevisionId(transaction.new_id("rev")), project, shown)
    _store(transaction, entry, new)
    if shown:
        scene = _show(transaction, scene, entry.publish, new)
    return _recorded(transaction, entry, new, scene)


def _scene_row(transaction: Transaction, project: ProjectId, publish: Publish) -> Row:
    ours = (models.Scene.id == publish.scene) & (models.Scene.project == project)
    missing = f"there is no scene {publish.scene} in project {project}: its revision is not stored"
    return one_row(transaction.database, models.Scene.select().where(ours), missing)


def _store(transaction: Transaction, entry: PublishRevision, new: _New) -> None:
    publish, now = entry.publish, transaction.now
    size = transaction.artifact_bytes(publish.bundle)
    transaction.run(_NAME_ARTIFACT, publish.bundle, size, now, now)
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
    transaction.run("UPDATE scene SET revision = ?, bundle = ? WHERE id = ?", new.id, publish.bundle, publish.scene)
    transaction.run(_SHOW, publish.scene, new.id, transaction.now)
    return {**scene, "revision": new.id, "bundle": publish.bundle}


def _recorded(transaction: Transaction, entry: PublishRevision, new: _New, scene: Row) -> Written:
    publish = entry.publish
    reply = Published(revision=new.id, scene=publish.scene, shown=new.shown)
    hear_step(transaction, entry.job, StepHeard(entry.key, entry.attempt, reply))
    complete = ComponentPublishComplete(
        scene=publish.scene,
        percent=100,
        revision=new.id,
        bundle=publish.bundle,
        shown=new.shown,
        findings=tuple(found for found in publish.findings if found.severity is Severity.WARNING),
    )
    events: list[Event] = [SceneUpdated(scene=scene_of(scene)), complete] if new.shown else [complete]
    told = [event.model_copy(update={"step": entry.key.step, "attempt": entry.attempt}) for event in events]
    return Written(
        events=transaction.number(new.project, told, job=entry.job),
        job=entry.job,
        recorded=Recorded(entry.job, entry.key, reply),
    )
