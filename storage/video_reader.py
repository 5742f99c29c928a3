"""Answers questions about videos: what a project is, what can be undone in it, and what its scenes show."""

from pipeline.assets import Asset
from pipeline.history import Edit
from pipeline.ids import ProjectId, RevisionId, SceneId
from pipeline.project import Project
from storage.reading import assets, history, projects, revisions
from storage.reading.connections import ReadConnections
from storage.stored import Outline, ProjectSummary, RevisionEntry, StoredRevision


class VideoReader:
    """The part of the store's reader that concerns projects, scenes and revisions; each answer is of one moment."""

    def __init__(self, connections: ReadConnections) -> None:
        self._connections = connections

    def outline(self, project: ProjectId) -> Outline:
        """The project without its conversation and jobs, and what can be undone in it."""
        with self._connections.lend() as connection:
            projects.check_there(connection, project)
            return Outline(
                projects.bare_project(connection, project),
                projects.last_seq(connection, project),
                history.history(connection, project),
            )

    def asset(self, project: ProjectId, name: str) -> Asset:
        """The file of a project that has this name."""
        with self._connections.lend() as connection:
            return assets.asset_named(connection, project, name)

    def edits(self, project: ProjectId, limit: int) -> tuple[Edit, ...]:
        """The latest changes of a project, the last first. Raises NotFoundError for an unknown project."""
        with self._connections.lend() as connection:
            projects.check_there(connection, project)
            return history.edits(connection, project, limit)

    def revisions(self, scene: SceneId) -> tuple[RevisionEntry, ...]:
        """The revisions of a scene, the last first, without their sources. Raises NotFoundError."""
        with self._connections.lend() as connection:
            return revisions.revisions(connection, scene)

    def revision(self, revision: RevisionId) -> StoredRevision:
        """A revision, shown or not."""
        with self._connections.lend() as connection:
            return revisions.revision(connection, revision)

    def source(self, scene: SceneId) -> str:
        """The source that the scene shows."""
        with self._connections.lend() as connection:
            return projects.source(connection, scene)

    def project(self, project: ProjectId) -> Project:
        """The project with the sources that its scenes show."""
        with self._connections.lend() as connection:
            return projects.project_with_sources(connection, project)

    def projects(self) -> list[ProjectSummary]:
        """All projects, the last changed first."""
        with self._connections.lend() as connection:
            return projects.summaries(connection, deleted=False)

    def deleted_projects(self) -> list[ProjectSummary]:
        """The projects that were deleted and can be brought back, the last deleted first."""
        with self._connections.lend() as connection:
            return projects.summaries(connection, deleted=True)
