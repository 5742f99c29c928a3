"""Entries that take a whole project away, and bring it back."""

from dataclasses import dataclass

from pipeline.ids import ProjectId


@dataclass(frozen=True)
class DeleteProject:
    """Put a project away: it is kept for a while, and its open jobs are stopped. Again, it changes nothing.

    Refused with NotFoundError.
    """

    project: ProjectId


@dataclass(frozen=True)
class RestoreProject:
    """Bring a deleted project back; `Written.new_jobs` are those its deletion had stopped, which go on.

    One that is not deleted stays as it is. Refused with NotFoundError, also once it is being cleaned away.
    """

    project: ProjectId


Deletion = DeleteProject | RestoreProject
