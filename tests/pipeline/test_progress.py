from itertools import pairwise

from pipeline import progress
from pipeline.replay import Key


def test_a_component_without_repairs_goes_up_to_a_hundred() -> None:
    steps = [Key(name, 0) for name in ("generate", "build", "validate", "publish")]
    reached = [value for key in steps for value in (progress.begun(key), progress.done(key))]
    assert reached == sorted(reached)
    assert reached[-1] == 100


def test_it_never_goes_backwards_through_repairs() -> None:
    steps = [Key("generate", 0), Key("build", 0), Key("repair", 0), Key("build", 1), Key("repair", 1), Key("build", 2)]
    reached = [value for key in steps for value in (progress.begun(key), progress.done(key))]
    assert all(earlier <= later for earlier, later in pairwise(reached))
    assert reached[-1] < 100


def test_writing_more_never_passes_the_end_of_the_step() -> None:
    key = Key("generate", 0)
    reached = [progress.writing(key, characters) for characters in (0, 100, 4000, 10**9)]
    assert reached == sorted(reached)
    assert reached[0] == progress.begun(key)
    assert reached[-1] <= progress.done(key)


def test_half_of_a_usual_component_is_nearly_half_of_the_way() -> None:
    assert 30 <= progress.writing(Key("generate", 0), 2000) <= 50


def test_each_gate_lies_within_its_step() -> None:
    key = Key("validate", 1)
    reached = [progress.passing(key, drawn, 10) for drawn in range(12)]
    assert reached == sorted(reached)
    assert (reached[0], reached[-1]) == (progress.begun(key), progress.done(key))


def test_a_turn_goes_on_through_its_rounds_and_is_whole_only_at_its_end() -> None:
    rounds = [Key("ask", number) for number in range(3)]
    reached = [progress.answering(key, characters) for key in rounds for characters in (0, 600, 1200, 10**9)]
    assert reached == sorted(reached)
    assert (reached[0], reached[-1] < 100) == (0, True)
    assert 30 <= reached[1] <= 50
