from dataclasses import replace

from actors.messages import Perform, WorkLost, Write
from actors.runtime.envelope import Envelope
from pipeline.commands import Build
from pipeline.ids import JobId, ProjectId
from pipeline.project import Video
from pipeline.replay import Key
from storage.entries import CreateProject

WORK = Perform(ProjectId("prj_1"), JobId("job_1"), 1, Key("build", 2), 3, Build(source="x" * 500))


def envelope(message: object) -> Envelope:
    return Envelope(1, message, None, 0.0, None)


def test_work_is_called_by_its_step_and_shown_without_what_is_long() -> None:
    seen = envelope(WORK)
    assert (seen.label, seen.job, seen.attempt) == ("Perform build 2", "job_1", 3)
    command = seen.redacted["command"]
    assert isinstance(command, dict)
    assert command["source"].endswith("… (500 characters)")


def test_a_write_is_called_by_what_it_writes() -> None:
    seen = envelope(Write(CreateProject(ProjectId("prj_1"), Video())))
    assert (seen.label, seen.job) == ("Write CreateProject", None)


def test_lost_work_belongs_to_its_job() -> None:
    assert envelope(WorkLost(WORK, "why")).job == "job_1"


def test_what_is_told_of_work_says_what_it_all_began_with() -> None:
    about = {"job": "job_1", "step": "build", "attempt": 3}
    assert WORK.marks == {**about, "trace": "job_1"}
    assert replace(WORK, began_with=JobId("turn_1")).marks == {**about, "trace": "turn_1"}
