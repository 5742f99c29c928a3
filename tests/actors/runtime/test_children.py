import pytest

from actors.runtime import Actor, ActorSystem, ChildSpec
from actors.runtime.children import children_of


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
