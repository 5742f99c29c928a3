from actors.orchestrator.queues import Queues
from pipeline.ids import JobId, ProjectId

ONE, TWO = ProjectId("prj_1"), ProjectId("prj_2")
A, B, C = JobId("job_a"), JobId("job_b"), JobId("job_c")


def test_only_the_first_of_a_project_is_at_work() -> None:
    turns = Queues()
    assert turns.claim(ONE, A)
    assert not turns.claim(ONE, B)
    assert turns.claim(TWO, C)


def test_claiming_again_keeps_the_place() -> None:
    turns = Queues()
    turns.claim(ONE, A)
    turns.claim(ONE, B)
    assert turns.claim(ONE, A)
    assert not turns.claim(ONE, B)


def test_the_next_in_line_follows_the_first_and_nobody_follows_one_who_waited() -> None:
    turns = Queues()
    for job in (A, B, C):
        turns.claim(ONE, job)
    assert turns.release(ONE, B) is None
    assert turns.release(ONE, A) == C
    assert turns.release(ONE, C) is None
    assert turns.release(ONE, C) is None
