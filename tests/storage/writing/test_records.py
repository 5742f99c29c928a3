from dataclasses import replace

import pytest

from storage.records import NoteDeadLetter, NoteDecision
from storage.writing import records
from tests.storage.opened import Store

LETTER = NoteDeadLetter("letter_1", "full", "llm", "Perform", "{}", "orchestrator", "job_1", "7f", 2, 12.5)
DECISION = NoteDecision("decision_1", "llm", 3, "restart at once", "ValueError: no", "restart", 0.0, "{}", 12.5)


def test_a_record_is_kept_once_and_read_newest_first(store: Store) -> None:
    store.write(LETTER)
    store.write(LETTER)
    store.write(replace(LETTER, id="letter_2"))
    store.write(DECISION)
    store.write(DECISION)
    assert store.reader.dead_letters(10) == [replace(LETTER, id="letter_2"), LETTER]
    assert store.reader.dead_letters(1) == [replace(LETTER, id="letter_2")]
    assert store.reader.decisions(10) == [DECISION]


def test_only_the_last_ones_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "KEPT", 3)
    for number in range(5):
        store.write(replace(LETTER, id=f"letter_{number}"))
        store.write(replace(DECISION, id=f"decision_{number}"))
    assert [letter.id for letter in store.reader.dead_letters(10)] == ["letter_4", "letter_3", "letter_2"]
    assert [decision.id for decision in store.reader.decisions(10)] == ["decision_4", "decision_3", "decision_2"]
