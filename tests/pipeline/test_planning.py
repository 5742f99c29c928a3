import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ChangeRefusedError
from pipeline.planning import PlannedScene, ScenePlan


def plan(*seconds: float, total: float | None = None) -> ScenePlan:
    scenes = tuple(PlannedScene(name="A", description="a", duration_seconds=one) for one in seconds)
    return ScenePlan(title="T", scenes=scenes, total_seconds=total)


@pytest.mark.parametrize(
    ("seconds", "total", "frames"),
    [
        ((2, 2), None, (60, 60)),
        ((3.33, 3.33, 3.33), 10, (100, 100, 100)),
        ((4, 4, 4), 10, (100, 100, 100)),
        ((1, 1, 1), 1.0 * 3.1, (31, 31, 31)),
        ((0.01,), None, (1,)),
    ],
)
def test_lengths_are_stretched_to_what_was_asked(
    seconds: tuple[float, ...], total: float | None, frames: tuple[int, ...]
) -> None:
    assert plan(*seconds, total=total).frames(30) == frames


def test_a_plan_that_is_far_off_is_refused_with_both_lengths() -> None:
    with pytest.raises(ChangeRefusedError, match=r"the scenes take 6 s together and 12 s were asked for"):
        plan(3, 3, total=12).frames(30)


@given(st.lists(st.floats(0.5, 60), min_size=1, max_size=20), st.floats(0.81, 1.24), st.sampled_from([24, 30, 60]))
def test_frames_always_add_up_to_the_whole(seconds: list[float], stretch: float, fps: int) -> None:
    total = sum(seconds) * stretch
    assert sum(plan(*seconds, total=total).frames(fps)) == round(total * fps)
