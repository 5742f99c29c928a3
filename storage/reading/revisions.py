"""Revisions: the immutable versions of a scene's component."""

import json

from peewee import SqliteDatabase

from pipeline.declared import declared_in
from pipeline.findings import Finding
from pipeline.ids import RevisionId, SceneId
from pipeline.jobs import ComponentBrief
from storage import models
from storage.codec import decode
from storage.reading.rows import Row, all_rows, one_row
from storage.reading.stills import stills_in
from storage.stored import RevisionEntry, StoredRevision
from storage.timestamps import iso

_LISTED = ("id", "scene", "number", "job", "bundle")


def revision(database: SqliteDatabase, name: RevisionId) -> StoredRevision:
    """A revision, shown or not. Raises NotFoundError."""
    query = models.Revision.select().where(models.Revision.id == name)
    row = one_row(database, query, f"there is no revision {name}")
    row["findings"] = tuple(Finding.model_validate(found) for found in json.loads(row["findings"]))
    row["report"] = json.loads(row["report"])
    row["stills"] = stills_in(row)
    return StoredRevision(**{**row, "shown": bool(row["shown"]), "created_at": iso(row["created_at"])})


def revisions(database: SqliteDatabase, scene: SceneId) -> tuple[RevisionEntry, ...]:
    """The revisions of a scene, the last first. Raises NotFoundError for an unknown scene."""
    known = one_row(database, models.Scene.select().where(models.Scene.id == scene), f"there is no scene {scene}")
    query = (
        models.Revision.select(models.Revision, models.Job.input)
        .join(models.Job, on=(models.Job.id == models.Revision.job))
        .where(models.Revision.scene == scene)
        .order_by(models.Revision.number.desc())
    )
    return tuple(_entry(row, known["revision"]) for row in all_rows(database, query))


def _entry(row: Row, shown: RevisionId | None) -> RevisionEntry:
    brief = decode(ComponentBrief, row["input"])
    return RevisionEntry(
        **{name: row[name] for name in _LISTED},
        findings=tuple(Finding.model_validate(found) for found in json.loads(row["findings"])),
        stills=stills_in(row),
        props=declared_in(json.loads(row["report"])),
        author="model" if brief.draft is None else "person",
        instruction=brief.instruction,
        current=row["id"] == shown,
        created_at=iso(row["created_at"]),
    )
