from pipeline.jobs import TURN_DEFINITION, JobStatus, TurnBrief
from pipeline.project import Video
from storage.entries import CreateProject
from tests.storage.opened import ANSWER, ASKED, PROJECT, TURN, Store, message


def test_a_queued_job_belongs_to_nobody_and_knows_its_brief(store: Store) -> None:
    store.write(CreateProject(PROJECT, Video()))
    store.write(message("hello"))
    job = store.reader.job(TURN)
    assert (job.status, job.epoch, job.attempt, job.percent) == (JobStatus.QUEUED, 0, 1, 0)
    assert job.brief() == TurnBrief(message=ASKED, answer=ANSWER, content="hello", definition=TURN_DEFINITION)
    assert job.finished_at is None
