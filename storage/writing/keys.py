"""What is done once per idempotency key: the key is stored in the transaction of its effect."""

import json
from collections.abc import Callable

from storage.entries import Entry, KeepAnswer, Keyed, Written
from storage.errors import ConflictError
from storage.writing.transaction import Transaction, json_text

_KEEP_EFFECT = """
INSERT INTO idempotency_key (key, digest, effects, created_at) VALUES (?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET effects = excluded.effects
"""

_KEEP_ANSWER = """
INSERT INTO idempotency_key (key, digest, effects, status, headers, body, created_at) VALUES (?, ?, '[]', ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE
SET status = excluded.status, headers = excluded.headers, body = excluded.body
WHERE digest = excluded.digest AND status IS NULL
"""


def write_once(transaction: Transaction, keyed: Keyed, apply: Callable[[Transaction, Entry], Written]) -> Written:
    """Apply the entry, or answer as the first time. Raises ConflictError for a key of another request."""
    row = transaction.row("SELECT digest, effects FROM idempotency_key WHERE key = ?", keyed.key)
    if row is not None and row[0] != keyed.digest:
        message = f"the key {keyed.key} was used before for something else: take a new one"
        raise ConflictError(message)
    effects = json.loads(row[1]) if row else []
    if keyed.part < len(effects):
        return _remembered(effects[keyed.part])
    written = apply(transaction, keyed.entry)
    effects.append({"job": written.job, "new_jobs": written.new_jobs})
    transaction.run(_KEEP_EFFECT, keyed.key, keyed.digest, json_text(effects), transaction.now)
    return written


def keep_answer(transaction: Transaction, entry: KeepAnswer) -> Written:
    """Keep the answer, unless there is one."""
    answer = entry.answer
    headers = json_text(answer.headers)
    transaction.run(_KEEP_ANSWER, entry.key, entry.digest, answer.status, headers, answer.body, transaction.now)
    return Written()


def _remembered(effect: dict[str, object]) -> Written:
    new_jobs = effect["new_jobs"]
    return Written(job=effect["job"], new_jobs=tuple(new_jobs), repeated=True)  # type: ignore[arg-type]  # as it was kept
