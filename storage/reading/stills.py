"""The pictures of revisions."""

from peewee import SqliteDatabase
from pydantic import TypeAdapter

from pipeline.ids import ProjectId, RevisionId, Sha256
from pipeline.project import Still
from storage import models
from storage.reading.rows import Row, all_rows

_STILLS = TypeAdapter(tuple[Still, ...])


def shown_stills(database: SqliteDatabase, project: ProjectId) -> dict[RevisionId, tuple[Still, ...]]:
    """The pictures of every revision that a scene of the project shows, where there are any."""
    query = (
        models.Revision.select(models.Revision.id, models.Revision.stills)
        .join(models.Scene, on=(models.Scene.revision == models.Revision.id))
        .where((models.Scene.project == project) & models.Scene.removed_at.is_null())
    )
    read = {RevisionId(row["id"]): stills_in(row) for row in all_rows(database, query)}
    return {revision: stills for revision, stills in read.items() if stills}


def first_stills(database: SqliteDatabase) -> dict[ProjectId, Sha256]:
    """Of each project the middle picture of its first scene that has any."""
    query = (
        models.Revision.select(models.Revision.project, models.Revision.stills)
        .join(models.Scene, on=(models.Scene.revision == models.Revision.id))
        .where(models.Scene.removed_at.is_null() & (models.Revision.stills != "[]"))
        .order_by(models.Scene.position.desc())
    )
    read = {ProjectId(row["project"]): stills_in(row) for row in all_rows(database, query)}
    return {project: stills[len(stills) // 2].sha256 for project, stills in read.items()}


def stills_in(row: Row) -> tuple[Still, ...]:
    """The pictures that a revision's row names."""
    return _STILLS.validate_json(row["stills"])
