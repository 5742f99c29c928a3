"""New projects."""

from storage.entries import CreateProject, Written
from storage.errors import ConflictError
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
