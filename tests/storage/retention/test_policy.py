import pytest

from storage.retention.policy import CLASSES, DAY_S, MIB, Keep, Policy


def test_every_class_is_kept_for_a_while_by_default() -> None:
    assert all(Policy().of(kind).age_s for kind in CLASSES)


def test_what_is_named_is_set_and_all_else_keeps_its_default() -> None:
    policy = Policy.parse("events 2d 10MB; jobs always;keys 12h;")
    assert policy.events == Keep(2 * DAY_S, 10 * MIB)
    assert policy.jobs == Keep(None, None)
    assert policy.keys == Keep(DAY_S / 2, None)
    assert policy.artifacts == Policy().artifacts


@pytest.mark.parametrize("text", ["events", "events 3", "cats 3d", "events -3d", "3d"])
def test_what_cannot_be_read_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="write 'events 30d 256MB'"):
        Policy.parse(text)
