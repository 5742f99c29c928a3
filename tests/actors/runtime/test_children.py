from threading import Event

import pytest

from actors.runtime import Action, Actor, ActorSystem, ChildSpec
from actors.runtime.children import children_of
from tests.actors.runtime.stage import Play, came


class Patient(Actor):
    """Has its message in hand until it is cut short."""

    def __init__(self, begun: Event) -> None:
        self._begun = begun
        self._enough = Event()

    def on_receive(self, _: object) -> None:
        self._begun.set()
        assert came(self._enough)

    def cut_short(self) -> None:
        self._enough.set()


def test_a_pool_is_one_place_for_each_instance() -> None:
    children = children_of([ChildSpec("a", Actor), ChildSpec("pool", Actor, instances=2)], ActorSystem())
    assert [(child.name, child.position, child.is_first) for child in children] == [
        ("a", 0, True),
        ("pool/1", 1, True),
        ("pool/2", 1, False),
    ]


@pytest.mark.parametrize("wrong", [{"capacity": 0}, {"instances": 0}])
def test_a_spec_without_room_or_instances_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="give at least 1 of each"):
        ChildSpec("a", Actor, **wrong)  # type: ignore[arg-type]


def test_what_is_in_hand_is_cut_short_by_a_stop(play: Play) -> None:
    begun = Event()
    supervisor = play.start([ChildSpec("patient", lambda: Patient(begun))])
    play.tell("patient", "take your time")
    assert came(begun)
    supervisor.stop(5.0)
    assert supervisor.decisions == ()


def test_who_cannot_be_cut_short_is_waited_for(play: Play) -> None:
    class Stubborn(Patient):
        def cut_short(self) -> None:
            super().cut_short()
            raise RuntimeError("no")

    begun = Event()
    supervisor = play.start([ChildSpec("stubborn", lambda: Stubborn(begun))])
    play.tell("stubborn", "take your time")
    assert came(begun)
    supervisor.stop(5.0)
    [decision] = supervisor.decisions
    assert (decision.action, str(decision.error)) == (Action.STOP, "RuntimeError: no")
