"""What is noted of the running system itself, newest first."""

from collections.abc import Sequence

from peewee import SqliteDatabase

from storage.records import NoteAction, NoteDeadLetter, NoteDecision
from storage.sql import execute

_LETTERS = """
SELECT id, reason, address, label, message, sender, job, trace, attempt, at
FROM dead_letter ORDER BY number DESC LIMIT ?
"""
_DECISIONS = """
SELECT id, child, incarnation, rule, error, action, delay_s, counters, at
FROM supervision ORDER BY number DESC LIMIT ?
"""
_ACTIONS = """
SELECT id, operator, action, target, reason, outcome, at FROM operator_action ORDER BY number DESC LIMIT ?
"""


def dead_letters(connection: SqliteDatabase, limit: int) -> Sequence[NoteDeadLetter]:
    """The last messages that nobody handled."""
    return [NoteDeadLetter(*row) for row in execute(connection, _LETTERS, limit)]


def decisions(connection: SqliteDatabase, limit: int) -> Sequence[NoteDecision]:
    """The last decisions of the supervisor."""
    return [NoteDecision(*row) for row in execute(connection, _DECISIONS, limit)]


def actions(connection: SqliteDatabase, limit: int) -> Sequence[NoteAction]:
    """The last things that operators did."""
    return [NoteAction(*row) for row in execute(connection, _ACTIONS, limit)]
