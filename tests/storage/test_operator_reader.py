import pytest

from pipeline.chat import ModelAnswer
from pipeline.failures import ErrorContext
from pipeline.ids import JobId, Sha256
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from storage.entries import AdvanceJob, StepHeard, StepStarted
from storage.errors import NotFoundError
from storage.operator_reader import OperatorReader
from tests.storage.opened import ASK, PROJECT, SCENE, TURN, Store

ERROR = ErrorContext(code="model.outage", message="It is down.")
ASKED_KEY = Key("ask", 0)


@pytest.fixture
def reader(store: Store) -> OperatorReader:
    store.begin_scene()
    store.write(AdvanceJob(TURN, 1, JobStatus.FAILED, error=ERROR))
    return store.reader.operator


def names(reader: OperatorReader, **asked: str) -> list[object]:
    assert reader.matched(asked) == len(reader.jobs(asked, 100))
    return [row["kind"] for row in reader.jobs(asked, 100)]


def test_finds_jobs_by_what_they_are(reader: OperatorReader) -> None:
    assert names(reader) == ["component", "turn"]
    assert names(reader, status="failed") == names(reader, error="model.outage") == names(reader, kind="turn")
    assert names(reader, status="failed,running", project=PROJECT) == ["component", "turn"]
    assert names(reader, scene=SCENE) == names(reader, turn=TURN) == ["component"]
    assert names(reader, text="It is down") == ["turn"]
    assert names(reader, step="nothing") == []
    assert [row["kind"] for row in reader.jobs({"before": "2"}, 9)] == ["turn"]
    assert len(reader.jobs({}, 1)) == 1


def test_shows_a_job_and_what_it_was_asked(reader: OperatorReader) -> None:
    row = reader.job(TURN)
    assert (row["status"], row["error"], row["tokens"], row["cost_usd"]) == (
        "failed",
        {"code": "model.outage", "message": "It is down."},
        0,
        None,
    )
    contents = reader.contents(TURN)
    assert isinstance(contents["input"], dict)
    assert (contents["input"]["content"], contents["result"]) == ("a teaser", None)
    assert len(contents["children"] or ()) == 1  # type: ignore[arg-type]  # a list
    for read in (reader.job, reader.contents):
        with pytest.raises(NotFoundError):
            read(JobId("job_nobody"))


def test_shows_commands_and_replies(store: Store) -> None:
    store.begin()
    answer = ModelAnswer(text="Yes.", finish_reason="stop", model="m", provider="p")
    store.write(AdvanceJob(TURN, 1, JobStatus.RUNNING, started=(StepStarted(ASKED_KEY, 1, ASK),)))
    store.write(AdvanceJob(TURN, 1, JobStatus.RUNNING, heard=(StepHeard(ASKED_KEY, 1, answer),)))
    (shown,) = store.reader.operator.checkpoints(TURN)
    assert isinstance(shown["reply"], dict)
    assert isinstance(shown["command"], dict)
    assert (shown["heard"], shown["superseded"], shown["reply"]["text"]) == (True, False, "Yes.")
    assert shown["command"]["role"] == "plan"


def test_finds_events(reader: OperatorReader) -> None:
    events = reader.events({"project": PROJECT}, 100)
    assert [event["seq"] for event in events] == list(range(len(events), 0, -1))
    assert isinstance(events[0]["at"], float)
    assert {str(event["type"]) for event in reader.events({"type": "message.*"}, 9)} == {"message.created"}
    assert reader.events({"text": "teaser", "job": "nobody"}, 9) == []
    assert reader.events({"before": str(events[-1]["row"])}, 9) == []


def test_counts_rows_and_knows_no_transcript(reader: OperatorReader) -> None:
    assert reader.row_counts()["job"] == 2
    assert not reader.is_transcript(Sha256("0" * 64))
