import pytest

from actors.gates.frames import sampled


@pytest.mark.parametrize("duration", [1, 2, 3, 7, 8, 30, 90, 18_000])
def test_samples_both_ends_and_at_most_eight_frames_of_the_scene(duration: int) -> None:
    frames = sampled(duration)
    assert {0, duration - 1} <= set(frames) <= set(range(duration))
    assert len(frames) == len(set(frames)) <= 8


def test_frames_come_out_of_order_and_the_same_each_time() -> None:
    assert list(sampled(90)) != sorted(sampled(90))
    assert sampled(90) == sampled(90)
