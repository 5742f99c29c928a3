from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from pydantic import JsonValue

from actors.messages import JOURNAL, Write
from actors.records import Records
from actors.runtime import Action, ActorSystem, DeadLetter, Decision, Failure, Reason
from actors.runtime.policy import Counters
from pipeline.ids import ProjectId
from storage.records import NoteAction, NoteDeadLetter, NoteDecision
from storage.trail import Trail
from tests.actors.house import House

LETTER = DeadLetter(Reason.FULL, "llm", {"token": "x", "text": "hello"}, 12.5, "orchestrator", 7, "Note", "job_1")
DECISION = Decision(12.5, "llm", 3, "restart at once", "ValueError: no", Action.RESTART, 0.0, Counters(1, 1))


class Ids:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}_{self.count}"


class Full:
    """A file on a disk that is full."""

    def append(self, record: Mapping[str, JsonValue]) -> None:
        assert record
        raise OSError("no space left")

    def set_aside(self) -> Sequence[Mapping[str, JsonValue]]:
        raise OSError("no space left")

    def forget(self) -> None:
        """Nothing is there."""


def test_what_is_kept_reaches_the_database_without_what_is_secret(house: House, tmp_path: Path) -> None:
    records = Records(Trail(tmp_path / "records.jsonl"), Ids())
    records.open(house.system.address(JOURNAL))
    records.dead_letter(LETTER)
    records.decision(DECISION)
    house.begin(ProjectId("prj_2"))  # asked behind what was told
    (letter,) = house.reader.dead_letters(10)
    (decision,) = house.reader.decisions(10)
    assert (letter.reason, letter.label, letter.sender, letter.job) == ("full", "Note", "orchestrator", "job_1")
    assert letter.message == '{"token": "(secret)", "text": "hello"}'
    assert (decision.action, decision.rule, decision.counters) == (
        "restart",
        "restart at once",
        '{"in_window": 1, "consecutive": 1}',
    )


def test_what_could_not_be_stored_is_brought_in_by_the_next_start(house: House, tmp_path: Path) -> None:
    before = Records(Trail(tmp_path / "records.jsonl"), Ids())
    before.dead_letter(LETTER)
    before.decision(DECISION)
    trail = Trail(tmp_path / "records.jsonl")
    trail.append({"kind": "of another version"})
    Records(trail, Ids()).open(house.system.address(JOURNAL))
    assert [letter.id for letter in house.reader.dead_letters(10)] == ["letter_1"]
    assert [decision.id for decision in house.reader.decisions(10)] == ["decision_2"]
    assert trail.set_aside() == []


def test_what_is_brought_in_twice_is_stored_once(house: House, tmp_path: Path) -> None:
    Records(Trail(tmp_path / "records.jsonl"), Ids()).decision(DECISION)
    kept = (tmp_path / "records.jsonl").read_bytes()
    for _ in range(2):
        (tmp_path / "records.jsonl").write_bytes(kept)
        Records(Trail(tmp_path / "records.jsonl"), Ids()).open(house.system.address(JOURNAL))
    assert len(house.reader.decisions(10)) == 1


def test_a_store_that_takes_nothing_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actors.records.PATIENCE_S", 0.001)
    trail = Trail(tmp_path / "records.jsonl")
    Records(trail, Ids()).decision(DECISION)
    Records(trail, Ids()).open(ActorSystem().address(JOURNAL))
    assert len(trail.set_aside()) == 1


def test_what_an_operator_did_is_kept_and_told(house: House, tmp_path: Path) -> None:
    records = Records(Trail(tmp_path / "records.jsonl"), Ids(), lambda: 3.0)
    records.open(house.system.address(JOURNAL))
    records.action("kill", "llm", "a test", "done")
    records.failure(Failure("llm", 1, None, ValueError("no"), "Traceback"))
    house.begin(ProjectId("prj_2"))  # asked behind what was told
    (action,) = house.reader.actions(10)
    assert (action.operator, action.action, action.target, action.reason) == ("operator", "kill", "llm", "a test")
    assert [failure["traceback"] for failure in records.failures()] == ["Traceback"]
    assert [record.shown()["sentence"] for record in records.log.after(0)] == [
        "operator: kill llm, because: a test (done)",
        "llm #1 failed on no message: ValueError: no",
    ]


def test_a_file_that_takes_nothing_does_not_keep_a_record_from_the_database() -> None:
    system = ActorSystem()
    records = Records(Full(), Ids())
    records.open(system.address(JOURNAL))
    records.decision(DECISION)
    assert system.statistics().mailboxes[JOURNAL].waiting == 1


def test_of_its_own_messages_no_record_is_made(tmp_path: Path) -> None:
    trail = Trail(tmp_path / "records.jsonl")
    records = Records(trail, Ids())
    note = NoteDecision("decision_1", "llm", 1, "", None, "restart", None, None, 0.0)
    letter = NoteDeadLetter("letter_1", "full", "llm", "", "{}", None, None, None, 1, 0.0)
    action = NoteAction("action_1", "operator", "kill", "llm", "", "done", 0.0)
    for entry in (note, letter, action):
        records.dead_letter(DeadLetter(Reason.STOPPED, JOURNAL, Write(entry), 0.0, None))
    assert trail.set_aside() == []
