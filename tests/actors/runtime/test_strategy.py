import pytest

from actors.runtime import Actor, ActorSystem, ChildSpec, Strategy
from actors.runtime.children import children_of
from actors.runtime.strategy import affected


@pytest.mark.parametrize(
    ("strategy", "fallen", "expected"),
    [
        (Strategy.ONE_FOR_ONE, "b", "b"),
        (Strategy.ONE_FOR_ALL, "b", "a b pool/1 pool/2 c"),
        (Strategy.REST_FOR_ONE, "b", "b pool/1 pool/2 c"),
        (Strategy.REST_FOR_ONE, "pool/1", "pool/1 c"),
        (Strategy.ONE_FOR_ONE, "a", "a c"),
        (Strategy.ONE_FOR_ONE, "pool/2", "pool/2"),
    ],
)
def test_restarts_these_with_the_fallen(strategy: Strategy, fallen: str, expected: str) -> None:
    specs = [
        ChildSpec("a", Actor, restarts_with=("c",)),
        ChildSpec("b", Actor),
        ChildSpec("pool", Actor, instances=2),
        ChildSpec("c", Actor),
    ]
    children = children_of(specs, ActorSystem())
    one = next(child for child in children if child.name == fallen)
    assert " ".join(child.name for child in affected(strategy, children, one)) == expected
