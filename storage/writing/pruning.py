"""How old rows go: a few at a time, so that nobody waits long behind them."""

from typing import assert_never

from storage.entries import Written
from storage.retention.stocks import ENDED, KEPT_EVENTS
from storage.upkeep import ForgetArtifacts, ImportProject, Prune, Shrink, Upkeep
from storage.writing.clearing import clear_deleted
from storage.writing.importing import import_project
from storage.writing.transaction import Transaction

_OLDEST_EVENTS = """
SELECT project, MAX(seq), COUNT(*) FROM (
    SELECT event.project, event.seq FROM event JOIN project ON project.id = event.project
    WHERE event.at < ? AND event.seq > project.horizon AND event.seq < project.last_seq ORDER BY event.at LIMIT ?
) AS oldest GROUP BY project
"""
_KEPT = ", ".join(f"'{kind}'" for kind in KEPT_EVENTS)
_REMOVE_EVENTS = f"DELETE FROM event WHERE project = ? AND seq <= ? AND type NOT IN ({_KEPT})"  # noqa: S608  # names of ours

_OLD_CHECKPOINTS = f"""
SELECT checkpoint.rowid FROM checkpoint JOIN job ON job.id = checkpoint.job
WHERE {ENDED} AND job.finished_at < ?
"""  # noqa: S608  # rules of ours
_FORGET_TRANSCRIPTS = f"""
UPDATE checkpoint SET command = NULL, error = NULL WHERE rowid IN (
    {_OLD_CHECKPOINTS} AND (checkpoint.command IS NOT NULL OR checkpoint.error IS NOT NULL) LIMIT ?)
"""  # noqa: S608  # rules of ours
_LET_GO_OF_SAID = f"""
UPDATE llm_call SET request_ref = NULL, response_ref = NULL WHERE number IN (
    SELECT llm_call.number FROM llm_call JOIN job ON job.id = llm_call.job
    WHERE {ENDED} AND job.finished_at < ? AND (request_ref IS NOT NULL OR response_ref IS NOT NULL) LIMIT ?)
"""  # noqa: S608  # rules of ours
_REMOVE_CHECKPOINTS = f"DELETE FROM checkpoint WHERE rowid IN ({_OLD_CHECKPOINTS} LIMIT ?)"  # noqa: S608  # rules of ours

_NEEDED = """
SELECT 1 FROM revision WHERE bundle = ? UNION ALL SELECT 1 FROM checkpoint WHERE reply_artifact = ?
UNION ALL SELECT 1 FROM artifact WHERE sha256 = ? AND last_used_at > ?
"""

_RECORDS = (("dead_letter", "at"), ("supervision", "at"), ("operator_action", "at"), ("sse_stream", "seen_at"))


def keep_in_shape(transaction: Transaction, entry: Upkeep) -> Written:
    """Do one piece of it."""
    match entry:
        case Prune():
            return Written(removed=_prune(transaction, entry))
        case ForgetArtifacts():
            return Written(removed=_forget_artifacts(transaction, entry))
        case Shrink():
            return Written(removed=_shrink(transaction, entry))
        case ImportProject():
            return import_project(transaction, entry)
        case _:
            assert_never(entry)


def _prune(transaction: Transaction, entry: Prune) -> int:
    """Remove some rows of a class; none are left when it removed none."""
    match entry.kind:
        case "events":
            return _prune_events(transaction, entry)
        case "transcripts":
            said = transaction.run(_LET_GO_OF_SAID, entry.before, entry.most)
            return said + transaction.run(_FORGET_TRANSCRIPTS, entry.before, entry.most)
        case "jobs":
            return transaction.run(_REMOVE_CHECKPOINTS, entry.before, entry.most)
        case "keys":
            return _remove(transaction, entry, "idempotency_key", "created_at")
        case "records":
            return sum(_remove(transaction, entry, *table) for table in _RECORDS)
        case "deleted":
            return clear_deleted(transaction, entry)
        case "artifacts":
            message = "artifacts are files; strike them off by ForgetArtifacts"
            raise ValueError(message)


def _forget_artifacts(transaction: Transaction, entry: ForgetArtifacts) -> int:
    """Strike off what nothing shows, holds or has named meanwhile."""
    removed = 0
    for name in entry.names:
        if transaction.row(_NEEDED, name, name, name, entry.before) is None:
            transaction.run("DELETE FROM artifact WHERE sha256 = ?", name)
            removed += 1
    return removed


def _shrink(transaction: Transaction, entry: Shrink) -> int:
    """Give free pages back; how many are left. Each execution of the pragma moves one page, whatever it is asked."""
    free = _free_pages(transaction)
    for _ in range(min(free, entry.pages)):
        transaction.run("PRAGMA incremental_vacuum(1)")
    return _free_pages(transaction)


def _free_pages(transaction: Transaction) -> int:
    [(free,)] = transaction.rows("PRAGMA freelist_count")
    return int(free)


def _prune_events(transaction: Transaction, entry: Prune) -> int:
    """Raise the horizon of the projects with the oldest events, and remove what is below it."""
    found = transaction.rows(_OLDEST_EVENTS, entry.before, entry.most)
    for project, horizon, _ in found:
        transaction.run("UPDATE project SET horizon = ? WHERE id = ?", horizon, project)
        transaction.run(_REMOVE_EVENTS, project, horizon)
    return sum(count for _, _, count in found)


def _remove(transaction: Transaction, entry: Prune, table: str, age: str) -> int:
    sql = f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE {age} < ? LIMIT ?)"  # noqa: S608  # names of ours
    return transaction.run(sql, entry.before, entry.most)
