from actors.messages import DropWork, Perform
from actors.work_in_hand import KEPT_DROPS, WorkInHand
from pipeline.commands import Build
from pipeline.ids import JobId, ProjectId
from pipeline.replay import Key


def work(job: str = "job_1", epoch: int = 1) -> Perform:
    return Perform(ProjectId("prj_1"), JobId(job), epoch, Key("build", 0), 1, Build(source=""))


def test_what_is_in_hand_is_interrupted_when_it_is_dropped_and_only_that() -> None:
    hands, stopped = WorkInHand(), list[str]()
    with hands.holding(work(), lambda: stopped.append("1")), hands.holding(work("job_2"), lambda: stopped.append("2")):
        hands.drop(DropWork(JobId("job_1"), 1))
    hands.drop(DropWork(JobId("job_2"), 1))
    assert stopped == ["1"]


def test_what_comes_after_it_was_dropped_is_not_wanted() -> None:
    hands = WorkInHand()
    hands.drop(DropWork(JobId("job_1"), 1))
    hands.drop(DropWork(JobId("job_1"), 0))
    with hands.holding(work(), lambda: None) as wanted:
        assert not wanted
    assert not hands.is_wanted(work())
    assert hands.is_wanted(work(epoch=2))


def test_only_so_many_drops_are_remembered() -> None:
    hands = WorkInHand()
    for number in range(KEPT_DROPS + 1):
        hands.drop(DropWork(JobId(f"job_{number}"), 1))
    assert hands.is_wanted(work("job_0"))
    assert not hands.is_wanted(work("job_1"))


def test_what_is_in_one_hand_already_is_not_done_by_another() -> None:
    hands = WorkInHand()
    with hands.holding(work(), lambda: None) as first, hands.holding(work(), lambda: None) as second:
        assert (first, second) == (True, False)
    with hands.holding(work(), lambda: None) as again:
        assert again


def test_what_is_in_the_hand_of_one_that_was_given_up_is_done_by_another() -> None:
    hands, given_up = WorkInHand(), True
    with hands.holding(work(), lambda: None, lambda: given_up) as first:
        with hands.holding(work(), lambda: None) as second:
            assert (first, second) == (True, True)
        with hands.holding(work(), lambda: None) as third:
            assert third
