"""How a deleted project goes for good: piece by piece, what refers to it first, and its own row last."""

from storage.upkeep import Prune
from storage.writing.deletion import GOING
from storage.writing.transaction import Transaction

_OF_JOBS = "job IN (SELECT id FROM job WHERE project = ?)"
_OF_SCENES = "id IN (SELECT id FROM scene WHERE project = ?)"

ORDER: tuple[tuple[str, str], ...] = (
    ("component", _OF_SCENES),
    ("checkpoint", _OF_JOBS),
    *(
        (table, "project = ?")
        for table in ("revision", "scene", "llm_call", "message", "history", "asset", "event", "sse_stream", "budget")
    ),
    ("job", "project = ?"),
    ("project", "id = ?"),
)
"""Each table with what of it is the project's, in an order in which nothing refers to what is gone."""

_NEXT = "SELECT id FROM project WHERE deleted_at < ? ORDER BY deleted_at LIMIT 1"


def clear_deleted(transaction: Transaction, entry: Prune) -> int:
    """Remove some rows of the project that was deleted first; from the first of them on it does not come back."""
    found = transaction.row(_NEXT, entry.before)
    if found is None:
        return 0
    transaction.run("UPDATE project SET deleted_at = ? WHERE id = ?", GOING, found[0])
    removed = 0
    for table, is_of_it in ORDER:
        removed += transaction.run(
            f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE {is_of_it} LIMIT ?)",  # noqa: S608  # names of ours
            found[0],
            entry.most - removed,
        )
        if removed >= entry.most:
            break
    return removed
