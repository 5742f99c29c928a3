from queue import Queue
from typing import Any

import pytest

from actors.runtime import Action, ChildSpec, StoppedError, Strategy, branch
from tests.actors.runtime.stage import PATIENCE_S, Echo, Play, diarist, heard, read


def grown(play: Play, diary: "Queue[str]", **settings: Any) -> None:  # noqa: ANN401
    """A trunk of two leaves, with a branch of two leaves between them."""
    inner = branch(
        play.system,
        "branch",
        [diarist("b", diary), diarist("c", diary)],
        on_decision=play.decisions.put,
        on_failure=play.failures.put,
        **settings,
    )
    play.start([diarist("a", diary), inner, diarist("d", diary)])


def test_its_children_start_in_their_place_and_stop_in_reverse(play: Play) -> None:
    diary: Queue[str] = Queue()
    grown(play, diary)
    assert read(diary, 4) == "+a +b +c +d"
    play.supervisors[0].stop(PATIENCE_S)
    assert read(diary, 4) == "-d -c -b -a"
    with pytest.raises(StoppedError):
        play.ask("b", 1)


def test_a_fall_within_its_budget_stays_within_it(play: Play) -> None:
    diary: Queue[str] = Queue()
    grown(play, diary)
    read(diary, 4)
    play.tell("b", ValueError())
    assert read(diary, 2) == "-b +b"
    assert [child.restarts for child in play.system.statistics().children if child.name == "branch"] == [0]


def test_a_branch_whose_budget_is_used_up_falls_and_its_parent_starts_it_again(play: Play) -> None:
    diary: Queue[str] = Queue()
    grown(play, diary, intensity=0)
    read(diary, 4)
    play.tell("c", ValueError("c is ill"))
    assert read(diary, 4) == "-c -b +b +c"
    assert play.decided(Action.GIVE_UP).child == "c"
    restart = play.decided(Action.RESTART)
    assert (restart.child, restart.error) == ("branch", "EscalatedError: c used up its restarts")
    assert play.ask("c", 1) == 1


def test_what_waits_for_a_leaf_outlives_the_fall_of_its_branch(play: Play) -> None:
    diary: Queue[str] = Queue()
    grown(play, diary, intensity=0)
    read(diary, 4)
    handled: Queue[int] = Queue()
    play.tell("c", ValueError())
    for number in range(3):
        play.tell("c", lambda number=number: handled.put(number))
    assert [heard(handled) for _ in range(3)] == [0, 1, 2]


def test_a_parent_that_is_used_up_too_gives_up_in_its_turn(play: Play) -> None:
    inner = branch(play.system, "branch", [ChildSpec("b", Echo)], intensity=0)
    play.start([inner, ChildSpec("a", Echo)], intensity=0)
    play.tell("b", ValueError())
    assert heard(play.given_up) == "branch"
    with pytest.raises(StoppedError):
        play.ask("a", 1)
    play.supervisors[0].start()
    assert play.ask("b", 1) == 1


def test_a_branch_has_a_strategy_of_its_own(play: Play) -> None:
    diary: Queue[str] = Queue()
    grown(play, diary, strategy=Strategy.ONE_FOR_ALL)
    read(diary, 4)
    play.tell("b", ValueError())
    assert read(diary, 4) == "-b -c +b +c"


def test_a_branch_that_is_killed_takes_its_children_along(play: Play) -> None:
    diary: Queue[str] = Queue()
    grown(play, diary)
    read(diary, 4)
    play.supervisors[0].kill("branch", "a test")
    assert read(diary, 4) == "-c -b +b +c"
