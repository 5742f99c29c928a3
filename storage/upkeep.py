"""Entries that keep the store in shape: what has its time behind it goes, in small pieces between other writes."""

from dataclasses import dataclass
from typing import Any

from pipeline.ids import ProjectId
from storage.retention.policy import Class


@dataclass(frozen=True)
class Prune:
    """Remove at most `most` rows of this class that are older than `before`; `Written.removed` says how many went.

    `before` is in the unit of the class: ISO 8601 for events, else seconds since the epoch.
    """

    kind: Class
    before: float | str
    most: int


@dataclass(frozen=True)
class ForgetArtifacts:
    """Strike these names off the list of artifacts; one that is needed is left, and not counted.

    That is one which a revision shows, a checkpoint holds, or anything has named since `before`.
    """

    names: tuple[str, ...]
    before: float


@dataclass(frozen=True)
class Shrink:
    """Give at most so many free pages back to the disk; `Written.removed` says how many are still free."""

    pages: int


@dataclass(frozen=True)
class ImportProject:
    """All rows of a project from elsewhere, by table; `artifacts` are those it brings, with their bytes.

    What was open there is cancelled here, and may be resumed. Refused with UnusableFileError, as a whole.
    """

    project: ProjectId
    rows: dict[str, list[dict[str, Any]]]
    artifacts: tuple[tuple[str, int], ...]


Upkeep = Prune | ForgetArtifacts | Shrink | ImportProject
