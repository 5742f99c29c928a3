"""Projects, scenes and sources."""

import json

from peewee import JOIN, SqliteDatabase, fn

from pipeline.findings import Finding, Severity
from pipeline.ids import ProjectId, SceneId, Sha256
from pipeline.project import Project, Scene, Video
from storage import models
from storage.codec import decode
from storage.errors import ProjectDeletedError
from storage.reading.assets import assets
from storage.reading.rows import Row, all_rows, one_row
from storage.reading.stills import first_stills
from storage.stored import ProjectSummary
from storage.timestamps import iso


def bare_project(database: SqliteDatabase, project: ProjectId) -> Project:
    """The settings and the scenes, without their sources. Raises NotFoundError."""
    row = _project_row(database, project)
    video, scenes = decode(Video, row["video"]), _scenes(database, project)
    return Project(id=project, video=video, scenes=scenes, assets=assets(database, project))


def project_with_sources(database: SqliteDatabase, project: ProjectId) -> Project:
    """The project as a tool sees it. Raises NotFoundError."""
    shown = _shown(database, project)
    sources = {scene: source for scene, source, _ in shown}
    warnings = {scene: found for scene, _, findings in shown if (found := _warnings(findings))}
    return bare_project(database, project).model_copy(update={"sources": sources, "warnings": warnings})


def check_there(database: SqliteDatabase, project: ProjectId) -> None:
    """Raises NotFoundError where there is none, and ProjectDeletedError for one that was deleted."""
    if _project_row(database, project)["deleted_at"] is not None:
        raise ProjectDeletedError(project)


def summaries(database: SqliteDatabase, *, deleted: bool) -> list[ProjectSummary]:
    """All projects, the last changed first: those that are there, or those that can be brought back."""
    of_it = (models.Scene.project == models.Project.id) & models.Scene.removed_at.is_null()
    query = (
        models.Project.select(models.Project, fn.COUNT(models.Scene.id).alias("scenes"))
        .join(models.Scene, JOIN.LEFT_OUTER, on=of_it)
        .where((models.Project.deleted_at > 0) if deleted else models.Project.deleted_at.is_null())
        .group_by(models.Project.id)
        .order_by(models.Project.updated_at.desc(), models.Project.id)
    )
    stills = first_stills(database)
    return [_summary(row, stills.get(row["id"])) for row in all_rows(database, query)]


def source(database: SqliteDatabase, scene: SceneId) -> str:
    """The source that the scene shows. Raises NotFoundError when there is no such scene or it shows nothing yet."""
    query = models.Revision.select(models.Revision.source).join(
        models.Component, on=(models.Component.revision == models.Revision.id)
    )
    missing = f"there is no component of scene {scene}; it may not be published yet"
    return str(one_row(database, query.where(models.Component.id == scene), missing)["source"])


def last_seq(database: SqliteDatabase, project: ProjectId) -> int:
    """The number of the project's last event, 0 before the first. Raises NotFoundError."""
    return int(_project_row(database, project)["last_seq"])


def horizon(database: SqliteDatabase, project: ProjectId) -> int:
    """The number up to which the project's events may be gone, 0 while all are there. Raises NotFoundError."""
    return int(_project_row(database, project)["horizon"])


def scene_of(row: Row) -> Scene:
    """The scene that a row holds."""
    return Scene(
        id=row["id"],
        name=row["name"],
        description=row["description"],
        duration_frames=row["duration_frames"],
        transition=row["transition"],
        props=json.loads(row["props"]),
        generation=row["generation"],
        revision=row["revision"],
        bundle=row["bundle"],
    )


def _project_row(database: SqliteDatabase, project: ProjectId) -> Row:
    query = models.Project.select().where(models.Project.id == project)
    return one_row(database, query, f"there is no project {project}")


def _scenes(database: SqliteDatabase, project: ProjectId) -> tuple[Scene, ...]:
    query = (
        models.Scene.select()
        .where((models.Scene.project == project) & models.Scene.removed_at.is_null())
        .order_by(models.Scene.position)
    )
    return tuple(scene_of(row) for row in all_rows(database, query))


def _shown(database: SqliteDatabase, project: ProjectId) -> list[tuple[SceneId, str, str]]:
    """Scene, source and findings of each revision that is shown."""
    revision = models.Revision
    query = (
        revision.select(models.Scene.id.alias("scene"), revision.source, revision.findings)
        .join(models.Scene, on=(models.Scene.revision == revision.id))
        .where((models.Scene.project == project) & models.Scene.removed_at.is_null())
    )
    return [(row["scene"], row["source"], row["findings"]) for row in all_rows(database, query)]


def _warnings(findings: str) -> tuple[Finding, ...]:
    found = (Finding.model_validate(one) for one in json.loads(findings))
    return tuple(one for one in found if one.severity is Severity.WARNING)


def _summary(row: Row, still: Sha256 | None) -> ProjectSummary:
    video = decode(Video, row["video"])
    return ProjectSummary(
        id=row["id"],
        name=video.name,
        width=video.width,
        height=video.height,
        fps=video.fps,
        scenes=row["scenes"],
        updated_at=iso(row["updated_at"]),
        still=still,
        deleted_at=None if row["deleted_at"] is None else iso(row["deleted_at"]),
    )
