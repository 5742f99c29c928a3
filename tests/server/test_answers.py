import json

from pipeline.ids import ProjectId
from server.answers import Checkpoint, ProjectEntry, json_answer
from storage.stored import ProjectSummary, StoredCheckpoint


def test_a_stored_project_is_listed_whole() -> None:
    stored = ProjectSummary(ProjectId("p"), "Nimbus", 1280, 720, 30, 3, "2026-11-22T13:00:00.000Z")
    assert ProjectEntry.of(stored).model_dump() == vars(stored)


def test_a_stored_checkpoint_is_shown_whole() -> None:
    stored = StoredCheckpoint("ask", 0, 1, "d", "t", None, heard=False, error=None, superseded=False)
    assert Checkpoint.of(stored).model_dump() == vars(stored)


def test_an_answer_is_json() -> None:
    answer = json_answer(
        ProjectEntry(id=ProjectId("p"), name="n", width=2, height=2, fps=1, scenes=0, updated_at=""), 201
    )
    assert isinstance(answer.body, bytes)
    assert (answer.status, answer.content_type, json.loads(answer.body)["id"]) == (201, "application/json", "p")
