"""A project from a file: artifacts first, then all of its rows in one transaction, under ids of its own."""

from typing import Any, BinaryIO

from pipeline.ids import ProjectId
from storage.artifacts import ArtifactStore
from storage.backup.manifest import LARGEST_MANIFEST_BYTES, NAME, manifest_in
from storage.backup.tarring import LARGEST_MEMBER_BYTES, artifact_in, members
from storage.errors import StoreTooNewError, UnusableFileError
from storage.migration import migrations
from storage.transfer.exporting import ROWS, rows_in
from storage.transfer.renaming import renamed_by
from storage.upkeep import ImportProject


def import_of(source: BinaryIO, artifacts: ArtifactStore, seed: str) -> ImportProject:
    """The entry that stores the project; its artifacts are there when this returns.

    The same file and `seed` give the same ids again. Raises UnusableFileError, StoreTooNewError and
    StoreUnavailableError.
    """
    rows: dict[str, list[dict[str, Any]]] | None = None
    kept: list[tuple[str, int]] = []
    with members(source) as found:
        name, content = next(found, ("nothing", None))
        if name != NAME or content is None:
            message = f"the file begins with {name}: it is no project of Bazaar"
            raise UnusableFileError(message)
        _refuse_newer(manifest_in(content.read(LARGEST_MANIFEST_BYTES), "project").schema_version)
        for name, content in found:
            if name == ROWS:
                rows = _rows(content)
            else:
                artifact = artifact_in(name, content)
                kept.append((artifacts.put(artifact, "imported"), len(artifact)))
    if rows is None or len(rows.get("project", [])) != 1:
        message = "the file holds no project: it may have been cut short"
        raise UnusableFileError(message)
    named = renamed_by(seed, rows)
    return ImportProject(ProjectId(named["project"][0]["id"]), named, tuple(kept))


def _rows(content: BinaryIO) -> dict[str, list[dict[str, Any]]]:
    try:
        return rows_in(content.read(LARGEST_MEMBER_BYTES))
    except ValueError as error:
        message = f"the rows in the file cannot be read ({error}): the file is damaged"
        raise UnusableFileError(message) from error


def _refuse_newer(version: int) -> None:
    newest = migrations()[-1].version
    if version > newest:
        message = f"the project has schema {version} and this Bazaar knows schemas up to {newest}: use a newer Bazaar"
        raise StoreTooNewError(message)
