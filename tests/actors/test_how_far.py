from actors.how_far import HowFar
from actors.messages import Perform
from pipeline.commands import Build
from pipeline.events import JobProgress
from pipeline.ids import JobId, ProjectId
from pipeline.replay import Key

WORK = Perform(ProjectId("prj_1"), JobId("job_1"), 1, Key("build", 0), 2, Build(source=""), None, JobId("turn_1"))


def test_more_than_before_and_another_stage_are_news() -> None:
    how_far = HowFar(WORK)
    assert [how_far.reached(*at) for at in ((3, "a"), (3, "a"), (3, "b"), (4, "b"))] == [True, False, True, True]


def test_less_than_before_is_none() -> None:
    how_far = HowFar(WORK)
    how_far.reached(5, "a")
    assert not how_far.reached(4, "b")
    assert how_far.told().update == JobProgress(
        job=JobId("job_1"), step="build", attempt=2, trace="turn_1", percent=5, stage="a"
    )
