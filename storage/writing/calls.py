"""How model calls are noted: every one is a row of its own, and nothing of it is summed up in advance."""

from pipeline.ids import JobId
from storage.calls import ModelCall, NoteCalls, SetBudget
from storage.entries import Written
from storage.errors import NotFoundError
from storage.writing.artifacts import name_artifact
from storage.writing.projects import require_project
from storage.writing.transaction import Transaction

_CALL = """
INSERT INTO llm_call (job, project, step, ordinal, attempt, role, model, provider, outcome, tokens_in, tokens_out,
                      tokens_cached, estimated, cost, ttft_ms, duration_ms, request_ref, response_ref, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_BUDGET = """
INSERT INTO budget (project, cost_usd, tokens, updated_at) VALUES (?, ?, ?, ?)
ON CONFLICT (project) DO UPDATE
SET cost_usd = excluded.cost_usd, tokens = excluded.tokens, updated_at = excluded.updated_at
"""


def keep_books(transaction: Transaction, entry: NoteCalls | SetBudget) -> Written:
    """Note what was spent, or what may be. Raises NotFoundError for an unknown job or project."""
    return _note_calls(transaction, entry) if isinstance(entry, NoteCalls) else _set_budget(transaction, entry)


def _note_calls(transaction: Transaction, entry: NoteCalls) -> Written:
    row = transaction.row("SELECT project FROM job WHERE id = ?", entry.job)
    if row is None:
        message = f"there is no job {entry.job}"
        raise NotFoundError(message)
    for call in entry.calls:
        _note(transaction, entry.job, row[0], call)
    return Written(events=transaction.number(row[0], entry.events, job=entry.job), job=entry.job)


def _set_budget(transaction: Transaction, entry: SetBudget) -> Written:
    require_project(transaction, entry.project)
    transaction.run(_BUDGET, entry.project, entry.budget.cost_usd, entry.budget.tokens, transaction.now)
    return Written()


def _note(transaction: Transaction, job: JobId, project: str, call: ModelCall) -> None:
    usage = call.usage
    for name, kind in ((call.request, "model-request"), (call.response, "model-response")):
        if name:
            name_artifact(transaction, name, kind)
    transaction.run(
        _CALL,
        *(job, project, *call.key, call.attempt, call.role, call.model, call.provider, call.outcome),
        *(usage.tokens_in, usage.tokens_out, usage.tokens_cached, int(usage.estimated), call.cost_usd),
        *(call.ttft_ms, call.duration_ms, call.request, call.response, transaction.now),
    )
