"""The invented store keeps the rules of the real one: the same story is told to both."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from drills.simulated.store import MemoryStore
from drills.simulated.witness import Witness
from pipeline.commands import Recollection
from pipeline.failures import ErrorClass, ErrorContext
from pipeline.ids import JobId
from pipeline.jobs import JobStatus, TurnBrief
from pipeline.project import Project, Video
from pipeline.replay import Key
from pipeline.resuming import Resumption
from storage.entries import AdvanceJob, Entry, StepFailed, StepHeard, Written
from storage.errors import CommandRefusedError, ConflictError, IllegalTransitionError, StaleOwnerError
from storage.wishes import HurryJob, PutJobFirst, ResumeJob, WishJob
from tests.storage.opened import ANSWER, ASKED, PROJECT, TURN, Store, started

RECALL = Key("recall", 0)
DOWN = ErrorContext(code="model.outage", error_class=ErrorClass.TRANSIENT, message="It is down.")
CRASHED = ErrorContext(code="worker.crashed", error_class=ErrorClass.WORKER_CRASHED, message="It died.")
REPLY = Recollection(project=Project(id=PROJECT, video=Video()))


class Both:
    """One of the two stores, with a turn that runs in epoch 1."""

    def __init__(self, write: Callable[[Entry], Written | Exception], reader: Any) -> None:  # noqa: ANN401
        self.write = write
        self.reader = reader

    def advance(self, status: JobStatus = JobStatus.RUNNING, **fields: Any) -> Written | Exception:  # noqa: ANN401
        return self.write(AdvanceJob(TURN, **{"epoch": 1, "status": status, **fields}))


def real(folder: Path) -> Iterator[Both]:
    store = Store(folder)
    store.begin()

    def write(entry: Entry) -> Written | Exception:
        (answer,) = store.writer.write([entry])
        return answer if isinstance(answer, Written) else answer.error

    yield Both(write, store.reader)
    store.close()


def invented(_: Path) -> Iterator[Both]:
    now = iter(range(1_790_000_000, 1_800_000_000))
    store = MemoryStore(lambda: float(next(now)), Witness())
    store.queue(TURN, PROJECT, TurnBrief(message=ASKED, answer=ANSWER, content="a teaser"), message=ANSWER)

    def write(entry: Entry) -> Written | Exception:
        try:
            return store.write(entry)
        except Exception as error:  # noqa: BLE001  # it is the answer
            return error

    both = Both(write, store)
    both.write(AdvanceJob(TURN, 0, JobStatus.RUNNING, new_epoch=1))
    yield both


@pytest.fixture(params=[real, invented])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Both]:
    yield from request.param(tmp_path)


def test_what_an_older_owner_writes_is_refused(both: Both) -> None:
    assert isinstance(both.advance(epoch=0), StaleOwnerError)
    assert isinstance(both.advance(JobStatus.QUEUED), IllegalTransitionError)


def test_a_reply_is_recorded_once_and_another_one_refused(both: Both) -> None:
    other = REPLY.model_copy(update={"project": Project(id=PROJECT, video=Video(name="other"))})
    both.advance(started=(started(RECALL),))
    assert isinstance(both.advance(heard=(StepHeard(RECALL, 1, REPLY),)), Written)
    assert isinstance(both.advance(heard=(StepHeard(RECALL, 1, REPLY),)), Written)
    assert isinstance(both.advance(heard=(StepHeard(RECALL, 1, other),)), ConflictError)
    assert both.reader.recorded(TURN) == {RECALL: REPLY}


def test_attempts_are_counted_alike(both: Both) -> None:
    both.advance(started=(started(RECALL),))
    assert both.reader.tries(TURN)[RECALL].under_way
    both.advance(failed=(StepFailed(RECALL, 1, DOWN),), started=(started(RECALL, 2),))
    both.advance(failed=(StepFailed(RECALL, 2, CRASHED),), started=(started(RECALL, 3),))
    tries = both.reader.tries(TURN)[RECALL]
    assert (tries.begun, tries.under_way, tries.failures, tries.losses) == (3, True, 1, 1)
    assert tries.failing_since is not None


def test_a_resume_forgets_and_counts_anew_and_twice_is_once(both: Both) -> None:
    both.advance(heard=(StepHeard(RECALL, 1, REPLY),), started=(started(Key("ask", 0)),))
    both.advance(JobStatus.FAILED, new_epoch=2, failed=(StepFailed(Key("ask", 0), 1, DOWN),))
    assert both.reader.open_jobs() == []
    for _ in range(2):
        assert isinstance(both.write(ResumeJob(TURN, Resumption(from_step="recall"))), Written)
    assert isinstance(both.write(ResumeJob(TURN, Resumption())), CommandRefusedError)
    job, tries = both.reader.job(TURN), both.reader.tries(TURN)
    assert (job.status, job.epoch, job.last_successful_step) == (JobStatus.RUNNING, 3, None)
    assert (both.reader.recorded(TURN), both.reader.open_jobs()) == ({}, [TURN])
    assert (tries[Key("ask", 0)].failures, tries[Key("ask", 0)].begun) == (0, 1)


def test_wishes_are_kept_with_an_open_job_and_gone_with_its_end(both: Both) -> None:
    both.advance(JobStatus.WAITING, next_retry_at=1_800_000_000.0)
    for wish in (HurryJob(TURN), PutJobFirst(TURN), WishJob(TURN, "cancel")):
        assert isinstance(both.write(wish), Written)
    job = both.reader.job(TURN)
    assert (job.priority, job.wish, job.next_retry_at < 1_800_000_000.0) == (1, "cancel", True)
    both.advance(JobStatus.CANCELLED, new_epoch=2)
    assert both.reader.job(TURN).wish is None
    assert isinstance(both.write(HurryJob(TURN)), CommandRefusedError)
    assert isinstance(both.write(ResumeJob(JobId("job_x"), Resumption())), Exception)
