"""Jobs, events and checkpoints as an operator looks for them: by filter, over all projects, the newest first."""

import json
from collections.abc import Mapping

from peewee import SqliteDatabase
from pydantic import JsonValue

from pipeline.ids import JobId, ProjectId, Sha256
from storage.errors import NotFoundError
from storage.reading.rows import found_rows
from storage.replies import Laid, Replies
from storage.sql import execute
from storage.timestamps import seconds

Row = dict[str, JsonValue]

_JOB = """
SELECT number, id, project, kind, status, scene, message, turn, current_step AS step, last_successful_step, attempt,
       percent, retry_count, next_retry_at, error, epoch, created_at, updated_at, finished_at, forked_from,
       (SELECT SUM(cost) FROM llm_call WHERE job = job.id) AS cost_usd,
       (SELECT COALESCE(SUM(tokens_in + tokens_out), 0) FROM llm_call WHERE job = job.id) AS tokens
FROM job
"""
_JOB_FILTERS = {
    "kind": "kind = ?",
    "project": "project = ?",
    "step": "current_step = ?",
    "scene": "scene = ?",
    "turn": "turn = ?",
    "error": "json_extract(error, '$.code') = ?",
    "before": "number < CAST(? AS INTEGER)",
    "text": "id || ' ' || project || ' ' || COALESCE(scene, '') || ' ' || input || ' ' || COALESCE(error, '') LIKE ?",
}
_EVENT_FILTERS = {
    "project": "project = ?",
    "job": "job = ?",
    "before": "rowid < CAST(? AS INTEGER)",
    "text": "type || ' ' || data LIKE ?",
}
_EVENT = "SELECT rowid AS row, project, seq, type, job, at, data FROM event"
_CHECKPOINTS = """
SELECT step, ordinal, attempt, digest, command, reply_type, reply, reply_artifact, error, started_at, finished_at,
       superseded
FROM checkpoint WHERE job = ? ORDER BY COALESCE(started_at, finished_at), step, ordinal, attempt
"""


def job_rows(connection: SqliteDatabase, asked: Mapping[str, str], limit: int) -> list[Row]:
    """Jobs that fit, the newest first."""
    where, values = _where_jobs(asked)
    return [_job(row) for row in found_rows(connection, f"{_JOB} {where} ORDER BY number DESC LIMIT ?", *values, limit)]


def matched_jobs(connection: SqliteDatabase, asked: Mapping[str, str]) -> int:
    """How many jobs fit."""
    where, values = _where_jobs(asked)
    return int(execute(connection, f"SELECT COUNT(*) FROM job {where}", *values).fetchone()[0])  # noqa: S608


def job_row(connection: SqliteDatabase, job: JobId) -> Row:
    """One job. Raises NotFoundError."""
    found = found_rows(connection, f"{_JOB} WHERE id = ?", job)
    if not found:
        message = f"there is no job {job}"
        raise NotFoundError(message)
    return _job(found[0])


def contents(connection: SqliteDatabase, job: JobId) -> Row:
    """What a job was asked, what came of it, its whole error, and the jobs that it started. Raises NotFoundError."""
    row = execute(connection, "SELECT input, result, error FROM job WHERE id = ?", job).fetchone()
    if row is None:
        message = f"there is no job {job}"
        raise NotFoundError(message)
    children = execute(connection, "SELECT id FROM job WHERE turn = ? ORDER BY number", job).fetchall()
    asked, result, error = (json.loads(text) if text else None for text in row)
    return {"input": asked, "result": result, "error": error, "children": [child for (child,) in children]}


def checkpoint_rows(connection: SqliteDatabase, job: JobId, replies: Replies) -> list[Row]:
    """Every attempt with its command and its reply, in the order in which they began."""
    return [_checkpoint(row, replies) for row in found_rows(connection, _CHECKPOINTS, job)]


def event_rows(connection: SqliteDatabase, asked: Mapping[str, str], limit: int) -> list[Row]:
    """Events that fit, the newest first; `type` may end in an asterisk."""
    where, values = _where(_EVENT_FILTERS, asked)
    if kind := asked.get("type"):
        where, values = [*where, "type GLOB ?"], [*values, kind]
    found = found_rows(connection, f"{_EVENT} {_clause(where)} ORDER BY rowid DESC LIMIT ?", *values, limit)
    return [{**row, "at": seconds(row["at"]), "data": json.loads(row["data"])} for row in found]


def is_transcript(connection: SqliteDatabase, name: Sha256) -> bool:
    """Whether an artifact is what was said to a model, or by it."""
    sql = "SELECT 1 FROM artifact WHERE sha256 = ? AND kind IN ('model-request', 'model-response')"
    return execute(connection, sql, name).fetchone() is not None


def first_video(connection: SqliteDatabase, project: ProjectId) -> Row:
    """The settings that a project began with. Raises NotFoundError."""
    row = execute(connection, "SELECT asked FROM project WHERE id = ?", project).fetchone()
    if row is None:
        message = f"there is no project {project}"
        raise NotFoundError(message)
    asked: Row = json.loads(row[0])
    return asked


def row_counts(connection: SqliteDatabase) -> dict[str, int]:
    """How many rows the larger tables hold."""
    tables = ("project", "job", "checkpoint", "event", "revision", "artifact", "llm_call", "dead_letter", "supervision")
    return {
        table: int(execute(connection, f"SELECT COUNT(*) FROM {table}").fetchone()[0])  # noqa: S608
        for table in tables
    }


def artifact_bytes(connection: SqliteDatabase) -> int:
    """How large all artifacts are together."""
    return int(execute(connection, "SELECT COALESCE(SUM(bytes), 0) FROM artifact").fetchone()[0])


def _where_jobs(asked: Mapping[str, str]) -> tuple[str, list[str]]:
    where, values = _where(_JOB_FILTERS, asked)
    if statuses := [status for status in asked.get("status", "").split(",") if status]:
        where.append(f"status IN ({', '.join('?' * len(statuses))})")
        values += statuses
    return _clause(where), values


def _where(filters: Mapping[str, str], asked: Mapping[str, str]) -> tuple[list[str], list[str]]:
    given = {name: value for name in filters if (value := asked.get(name))}
    values = [f"%{value}%" if name == "text" else value for name, value in given.items()]
    return [filters[name] for name in given], values


def _clause(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _job(row: Mapping[str, JsonValue]) -> Row:
    error = json.loads(str(row["error"])) if row["error"] else None
    short: JsonValue = {"code": error.get("code"), "message": error.get("message")} if error else None
    return {**row, "error": short}


def _checkpoint(row: Mapping[str, JsonValue], replies: Replies) -> Row:
    told = {name: value for name, value in row.items() if name != "reply_artifact"}
    artifact = row["reply_artifact"]
    reply = row["reply"] if artifact is None else replies.text(Laid("", artifact))  # type: ignore[arg-type]  # of a row
    return {
        **told,
        "heard": row["reply"] is not None,
        "superseded": bool(row["superseded"]),
        "command": json.loads(str(row["command"])) if row["command"] else None,
        "reply": json.loads(str(reply)) if reply else None,
        "error": json.loads(str(row["error"])) if row["error"] else None,
    }
