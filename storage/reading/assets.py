"""The files of a project."""

from peewee import SqliteDatabase

from pipeline.assets import Asset
from pipeline.ids import ProjectId
from storage import models
from storage.reading.rows import Row, all_rows, one_row
from storage.timestamps import iso

_Asset = models.Asset


def assets(database: SqliteDatabase, project: ProjectId) -> tuple[Asset, ...]:
    """The files of a project in the order in which they came."""
    query = _Asset.select().where(_Asset.project == project).order_by(_Asset.created_at, _Asset.id)
    return tuple(asset_of(row) for row in all_rows(database, query))


def asset_named(database: SqliteDatabase, project: ProjectId, name: str) -> Asset:
    """The file of that name. Raises NotFoundError."""
    query = _Asset.select().where((_Asset.project == project) & (_Asset.name == name))
    return asset_of(one_row(database, query, f"there is no file {name} in project {project}"))


def asset_of(row: Row) -> Asset:
    """The file that a row names."""
    fields = {name: row[name] for name in ("id", "name", "sha256", "media_type", "width", "height", "bytes")}
    return Asset(**fields, created_at=iso(row["created_at"]))
