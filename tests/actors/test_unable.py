from actors.messages import Perform
from actors.unable import unable
from pipeline.commands import Build
from pipeline.ids import JobId, ProjectId
from pipeline.replay import Key


def test_a_fault_of_a_performer_is_worth_another_try_and_says_where_it_was() -> None:
    work = Perform(ProjectId("prj_1"), JobId("job_1"), 1, Key("build", 0), 2, Build(source=""))
    failed = unable(work, OSError("no such program"))
    assert (failed.job, failed.attempt, failed.passing) == ("job_1", 2, True)
    assert failed.error.detail == "OSError: no such program"
    assert "OSError: no such program" in (failed.error.traceback or "")
