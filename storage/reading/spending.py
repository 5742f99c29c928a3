"""What model calls took: summed up anew from their rows whenever it is asked for."""

from datetime import UTC, datetime
from typing import Any

from peewee import SqliteDatabase

from pipeline.ids import JobId, ProjectId
from pipeline.spending import Amount, Budget, Spending, Spent
from storage.billed import RoleRow, StoredCall, UsageRow
from storage.errors import NotFoundError
from storage.reading.jobs import stored_job
from storage.sql import execute
from storage.timestamps import iso

_DAY_S = 86_400
_SUMS = """
COUNT(*), SUM(CASE WHEN outcome <> 'answered' THEN 1 ELSE 0 END), SUM(tokens_in), SUM(tokens_out), SUM(tokens_cached),
COALESCE(SUM(cost), 0), SUM(CASE WHEN cost IS NULL AND tokens_in + tokens_out > 0 THEN 1 ELSE 0 END), SUM(estimated)
"""
_DAY = f"CAST(created_at / {_DAY_S} AS INTEGER)"
_CALLS = """
SELECT step, ordinal, attempt, role, model, provider, outcome, tokens_in, tokens_out, tokens_cached, estimated, cost,
       ttft_ms, duration_ms, request_ref, response_ref, created_at
FROM llm_call WHERE job = ? ORDER BY number
"""
_COLUMNS = tuple(StoredCall.model_fields)


def spent(database: SqliteDatabase, job: JobId) -> Spent:
    """What a job and its project have spent so far, and the project's own budget. Raises NotFoundError."""
    stored = stored_job(database, job)
    return Spent(
        job=job,
        by_job=_amount(database, "job = ?", job),
        by_project=_amount(database, "project = ?", stored.project),
        project_budget=project_budget(database, stored.project),
        grants=stored.brief().allowance.grants,
    )


def project_budget(database: SqliteDatabase, project: ProjectId) -> Budget | None:
    """The project's own budget, if it was given one."""
    row = execute(database, "SELECT cost_usd, tokens FROM budget WHERE project = ?", project).fetchone()
    return Budget(cost_usd=row[0], tokens=row[1]) if row else None


def usage(database: SqliteDatabase, project: ProjectId | None) -> list[UsageRow]:
    """What was taken on each day from each model, of one project or of all."""
    where, values = ("WHERE project = ?", (project,)) if project else ("", ())
    sql = f"SELECT {_DAY}, provider, model, {_SUMS} FROM llm_call {where} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"  # noqa: S608
    rows = execute(database, sql, *values).fetchall()
    return [UsageRow(_date(day), provider, model, _spending(sums)) for day, provider, model, *sums in rows]


def by_job(database: SqliteDatabase, project: ProjectId) -> list[RoleRow]:
    """What each job of a project took in each role."""
    sql = f"SELECT job, role, {_SUMS} FROM llm_call WHERE project = ? GROUP BY 1, 2 ORDER BY MIN(number)"  # noqa: S608
    return [RoleRow(job, role, _spending(sums)) for job, role, *sums in execute(database, sql, project).fetchall()]


def calls(database: SqliteDatabase, job: JobId) -> list[StoredCall]:
    """Every call of a job, in order. Raises NotFoundError for an unknown job."""
    found = execute(database, _CALLS, job).fetchall()
    if not found and execute(database, "SELECT 1 FROM job WHERE id = ?", job).fetchone() is None:
        message = f"there is no job {job}"
        raise NotFoundError(message)
    return [_call(dict(zip(_COLUMNS, row, strict=True))) for row in found]


def of_role(database: SqliteDatabase, role: str, model: str) -> Spending:
    """What all answered calls of a role took from a model, together."""
    sql = f"SELECT {_SUMS} FROM llm_call WHERE role = ? AND model = ? AND outcome = 'answered'"  # noqa: S608
    return _spending(execute(database, sql, role, model).fetchone())


def _call(row: dict[str, Any]) -> StoredCall:
    return StoredCall(**{**row, "estimated": bool(row["estimated"]), "at": iso(row["at"])})


def _amount(database: SqliteDatabase, where: str, value: str) -> Amount:
    sql = f"SELECT COALESCE(SUM(tokens_in + tokens_out), 0), COALESCE(SUM(cost), 0) FROM llm_call WHERE {where}"  # noqa: S608
    tokens, cost = execute(database, sql, value).fetchone()
    return Amount(tokens=tokens, cost_usd=cost)


def _spending(sums: "list[float | None] | tuple[float | None, ...]") -> Spending:
    names = ("calls", "failed", "tokens_in", "tokens_out", "tokens_cached", "cost_usd", "unpriced", "estimated")
    return Spending.model_validate({name: value or 0 for name, value in zip(names, sums, strict=True)})


def _date(day: int) -> str:
    return datetime.fromtimestamp(day * _DAY_S, UTC).date().isoformat()
