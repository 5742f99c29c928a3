"""What a person may have written of a project directly: changes, and the way back from them."""

from dataclasses import dataclass

from pipeline.assets import Asset
from pipeline.changes import Change
from pipeline.history import Author
from pipeline.ids import EditId, JobId, ProjectId, SceneId


@dataclass(frozen=True)
class EditProject:
    """Changes that a person makes, all or none; `name` is what the history calls them, worked out where not given.

    Refused with NotFoundError, and with ChangeRefusedError where a change does not fit the project.
    """

    project: ProjectId
    changes: tuple[Change, ...]
    author: Author = "person"
    name: str | None = None


@dataclass(frozen=True)
class UndoEdit:
    """Take back a change, the last one where none is named.

    Refused with HistoryConflictError where a later change wrote the same part, so that none is discarded silently.
    """

    project: ProjectId
    edit: EditId | None = None


@dataclass(frozen=True)
class RedoEdit:
    """Make again a change that was taken back, the last one where none is named; refused as an undo is."""

    project: ProjectId
    edit: EditId | None = None


@dataclass(frozen=True)
class AddAsset:
    """A file that a person gives; its bytes are stored already. A name that is taken gets a number.

    Refused with NotFoundError, and with ChangeRefusedError where the project has too many.
    """

    project: ProjectId
    asset: Asset


@dataclass(frozen=True)
class CommissionComponent:
    """A component job that a person asks for: as instructed, or with a source of their own that no model repairs.

    Refused with NotFoundError, and with ChangeRefusedError where the project has no such scene.
    """

    project: ProjectId
    scene: SceneId
    job: JobId
    instruction: str | None = None
    source: str | None = None
