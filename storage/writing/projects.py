"""New projects, and whether one is there to be written to."""

from pipeline.ids import ProjectId
from storage.entries import CreateProject, Written
from storage.errors import ConflictError, NotFoundError, ProjectDeletedError
from storage.writing.transaction import Transaction


def create_project(transaction: Transaction, entry: CreateProject) -> Written:
    """Store the project. Raises ConflictError when the id was asked for with other settings."""
    video = entry.video.model_dump_json()
    known = transaction.row("SELECT asked FROM project WHERE id = ?", entry.project)
    if known is None:
        now = transaction.now
        transaction.run(
            "INSERT INTO project (id, asked, video, last_seq, created_at, updated_at) VALUES (?, ?, ?, 0, ?, ?)",
            entry.project,
            video,
            video,
            now,
            now,
        )
    elif known[0] != video:
        message = f"project {entry.project} was made with other settings: choose another id, or change it"
        raise ConflictError(message)
    return Written()


def require_project(transaction: Transaction, project: ProjectId) -> None:
    """Raises NotFoundError where there is none, and ProjectDeletedError for one that was deleted."""
    row = transaction.row("SELECT deleted_at FROM project WHERE id = ?", project)
    if row is None:
        message = f"there is no project {project}"
        raise NotFoundError(message)
    if row[0] is not None:
        raise ProjectDeletedError(project)
