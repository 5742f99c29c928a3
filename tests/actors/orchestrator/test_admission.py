"""Who goes first is decided here alone, so all of it can be told as short stories."""

from actors.orchestrator.admission import Admission, Limit, Place
from pipeline.ids import JobId, ProjectId
from pipeline.jobs import JobKind

A, B = ProjectId("a"), ProjectId("b")


def a_place(
    name: str, project: ProjectId = A, kind: JobKind = "component", *, priority: int = 0, begun: bool = False
) -> Place:
    return Place(JobId(name), kind, project, int(name[1:]), priority, begun)


def hall(at_once: int = 10, per_project: int = 10) -> Admission:
    return Admission({"turn": Limit(10, 1, keeps_place=True), "component": Limit(at_once, per_project)})


def admitted(line: Admission) -> list[str]:
    return [place.job for place in line.admit()]


def test_all_go_in_the_order_they_were_asked_for_while_there_is_room() -> None:
    line = hall(at_once=2)
    for name in ("c2", "c1", "c3"):
        line.join(a_place(name))
    assert admitted(line) == ["c1", "c2"]
    line.leave(JobId("c1"))
    assert admitted(line) == ["c3"]


def test_one_project_never_has_more_at_work_than_its_share() -> None:
    line = hall(per_project=2)
    for name in ("c1", "c2", "c3"):
        line.join(a_place(name))
    line.join(a_place("c4", B))
    assert admitted(line) == ["c1", "c4", "c2"]


def test_a_project_that_asks_for_a_hundred_lets_another_in_next() -> None:
    line = hall(at_once=2)
    for number in range(1, 101):
        line.join(a_place(f"c{number}"))
    assert admitted(line) == ["c1", "c2"]
    line.join(a_place("c101", B))
    line.leave(JobId("c1"))
    assert admitted(line) == ["c101"]


def test_between_equals_goes_who_was_served_longest_ago() -> None:
    line = hall(at_once=1)
    for number in range(1, 7):
        line.join(a_place(f"c{number}", A if number <= 3 else B))
    order = []
    for _ in range(6):
        order += admitted(line)
        line.leave(JobId(order[-1]))
    assert order == ["c1", "c4", "c2", "c5", "c3", "c6"]


def test_what_a_person_looks_at_goes_first() -> None:
    line = hall(at_once=1)
    for number in range(1, 4):
        line.join(a_place(f"c{number}"))
    line.join(a_place("c3", priority=1))
    assert admitted(line) == ["c3"]


def test_what_was_at_work_before_a_restart_goes_before_all_others() -> None:
    line = hall(at_once=1)
    line.join(a_place("c1", priority=9))
    line.join(a_place("c2", begun=True))
    assert admitted(line) == ["c2"]


def test_turns_of_a_project_go_one_after_the_other_and_those_of_two_side_by_side() -> None:
    line = hall()
    for place in (a_place("t2", kind="turn"), a_place("t1", kind="turn"), a_place("t3", B, "turn")):
        line.join(place)
    assert admitted(line) == ["t1", "t3"]
    line.leave(JobId("t1"))
    assert admitted(line) == ["t2"]


def test_a_component_that_rests_lets_others_work_and_comes_back_in_front() -> None:
    line = hall(at_once=1)
    line.join(a_place("c2"))
    assert admitted(line) == ["c2"]
    line.rest(JobId("c2"))
    for name in ("c1", "c3"):
        line.join(a_place(name))
    assert admitted(line) == ["c1"]
    line.join(a_place("c2"))
    assert admitted(line) == []
    line.leave(JobId("c1"))
    assert admitted(line) == ["c2"]


def test_a_turn_that_rests_lets_no_turn_of_its_project_pass_not_even_an_older_one() -> None:
    line = hall()
    line.join(a_place("t2", kind="turn"))
    assert admitted(line) == ["t2"]
    line.rest(JobId("t2"))
    line.join(a_place("t1", kind="turn"))
    assert admitted(line) == []
    line.join(a_place("t2", kind="turn"))
    assert admitted(line) == ["t2"]
    line.leave(JobId("t2"))
    assert admitted(line) == ["t1"]


def test_who_leaves_the_line_is_not_called() -> None:
    line = hall(at_once=0)
    line.join(a_place("c1"))
    line.leave(JobId("c1"))
    line.leave(JobId("c1"))
    assert line.waits(JobId("c1")) is None
    assert admitted(line) == []


def test_who_is_at_work_stays_at_work_when_it_is_called_again() -> None:
    line = hall()
    line.join(a_place("c1"))
    assert admitted(line) == ["c1"]
    line.join(a_place("c1"))
    assert line.is_working(JobId("c1"))
    assert admitted(line) == []
