import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from actors.runtime import ActorSystem
from app.telemetry.metrics import Metrics, Sources
from app.telemetry.steps import StepEnd, Steps
from app.telemetry.telling_writer import Telemetry, TellingWriter, telemetry
from pipeline.ids import JobId
from pipeline.jobs import JobStatus
from pipeline.project import Video
from pipeline.replay import Key
from storage.calls import ModelCall, NoteCalls
from storage.database import open_database
from storage.entries import AdvanceJob, CreateProject, StepHeard, Written
from tests.app.telemetry.calls import a_call
from tests.pipeline.play import answer
from tests.storage.opened import PROJECT, TURN, message, started

ASK = Key("ask", 0)


class Told:
    def __init__(self) -> None:
        self.ends: list[tuple[StepEnd, str]] = []
        self.calls: list[tuple[JobId, ModelCall, str]] = []
        self.fault: Exception | None = None

    def tell(self, end: StepEnd, began_with: str) -> None:
        if self.fault:
            raise self.fault
        self.ends.append((end, began_with))

    def tell_call(self, job: JobId, call: ModelCall, ended: float, began_with: str) -> None:
        assert ended > 0
        self.calls.append((job, call, began_with))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def writer(tmp_path: Path, told: Told) -> Iterator[TellingWriter]:
    with closing(open_database(tmp_path)) as database:
        writer = TellingWriter(database, clock=time.time, ids=lambda prefix: f"{prefix}_1")
        metrics = Metrics(Sources(list, ActorSystem().statistics, lambda: 0))
        writer.telemetry = Telemetry(Steps(time.time), metrics, told)  # type: ignore[arg-type]  # tells as one does
        writer.write([CreateProject(PROJECT, Video()), message()])
        yield writer


def heard(writer: TellingWriter) -> None:
    begin = AdvanceJob(TURN, 0, JobStatus.RUNNING, new_epoch=1, started=(started(ASK),))
    end = AdvanceJob(TURN, 1, JobStatus.RUNNING, heard=(StepHeard(ASK, 1, answer("x")),))
    outcomes = writer.write([begin, end, AdvanceJob(TURN, 7, JobStatus.RUNNING)])
    assert [isinstance(outcome, Written) for outcome in outcomes] == [True, True, False]


def test_what_is_committed_is_told_under_what_it_began_with(writer: TellingWriter, told: Told) -> None:
    heard(writer)
    [(end, began_with)] = told.ends
    assert (end.key, end.reply, began_with) == (ASK, answer("x"), TURN)
    assert writer.telemetry
    assert b'bazaar_step_seconds_count{step="ask"} 1.0' in writer.telemetry.metrics.text()


def test_a_call_is_told_when_it_is_noted(writer: TellingWriter, told: Told) -> None:
    writer.write([NoteCalls(TURN, (a_call(),))])
    assert told.calls == [(TURN, a_call(), TURN)]


def test_who_watches_is_chosen_by_the_settings() -> None:
    made = telemetry(Sources(list, ActorSystem().statistics, lambda: 0), None)
    assert made.tracing is None


def test_a_fault_of_who_watches_never_reaches_the_store(writer: TellingWriter, told: Told) -> None:
    told.fault = RuntimeError("the collector is gone")
    heard(writer)
