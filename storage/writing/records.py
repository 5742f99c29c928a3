"""How dead letters, decisions and what operators did become rows, of which the last 10,000 are kept."""

from storage.entries import Written
from storage.records import NoteAction, NoteDeadLetter, NoteDecision
from storage.writing.transaction import Transaction

KEPT = 10_000

_LETTER = """
INSERT INTO dead_letter (id, reason, address, label, message, sender, job, trace, attempt, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
"""
_DECISION = """
INSERT INTO supervision (id, child, incarnation, rule, error, action, delay_s, counters, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
"""
_ACTION = """
INSERT INTO operator_action (id, operator, action, target, reason, outcome, at)
VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
"""
_FORGET_ACTIONS = "DELETE FROM operator_action WHERE number <= (SELECT MAX(number) FROM operator_action) - ?"
_FORGET_LETTERS = "DELETE FROM dead_letter WHERE number <= (SELECT MAX(number) FROM dead_letter) - ?"
_FORGET_DECISIONS = "DELETE FROM supervision WHERE number <= (SELECT MAX(number) FROM supervision) - ?"


def note_record(transaction: Transaction, entry: NoteDeadLetter | NoteDecision | NoteAction) -> Written:
    """Keep it, unless it is kept already."""
    if isinstance(entry, NoteDeadLetter):
        return _note_dead_letter(transaction, entry)
    if isinstance(entry, NoteAction):
        return _note_action(transaction, entry)
    return _note_decision(transaction, entry)


def _note_dead_letter(transaction: Transaction, entry: NoteDeadLetter) -> Written:
    about = (entry.sender, entry.job, entry.trace, entry.attempt, entry.at)
    transaction.run(_LETTER, entry.id, entry.reason, entry.address, entry.label, entry.message, *about)
    transaction.run(_FORGET_LETTERS, KEPT)
    return Written()


def _note_decision(transaction: Transaction, entry: NoteDecision) -> Written:
    what = (entry.rule, entry.error, entry.action, entry.delay_s, entry.counters, entry.at)
    transaction.run(_DECISION, entry.id, entry.child, entry.incarnation, *what)
    transaction.run(_FORGET_DECISIONS, KEPT)
    return Written()


def _note_action(transaction: Transaction, entry: NoteAction) -> Written:
    what = (entry.operator, entry.action, entry.target, entry.reason, entry.outcome, entry.at)
    transaction.run(_ACTION, entry.id, *what)
    transaction.run(_FORGET_ACTIONS, KEPT)
    return Written()
