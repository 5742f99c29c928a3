from actors.orchestrator.reads import Jobs
from actors.orchestrator.seen import Seen
from pipeline.ids import JobId
from storage.stored import StoredJob
from tests.actors.orchestrator.rows import Rows
from tests.actors.orchestrator.talk import as_stored

A, B = JobId("a"), JobId("b")


def seen_of(jobs: Jobs) -> Seen:
    return Seen(jobs)


class Counting(Rows):
    """Counts the jobs that are read one by one."""

    read = 0

    def job(self, job: JobId) -> StoredJob:
        self.read += 1
        return super().job(job)


def test_a_job_is_read_once_until_it_is_forgotten() -> None:
    rows = Counting({A: as_stored(id=A)})
    seen = seen_of(rows)
    assert seen.job(A) is seen.job(A)
    rows.rows[A] = as_stored(id=A, epoch=7)
    seen.forget()
    assert (seen.job(A).epoch, rows.read) == (7, 2)


def test_those_that_are_taken_up_are_read_at_once() -> None:
    rows = Counting({A: as_stored(id=A), B: as_stored(id=B)})
    seen = seen_of(rows)
    assert [seen.job(job).id for job in seen.all_open()] == [A, B]
    assert rows.read == 0
