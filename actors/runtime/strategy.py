"""Who is restarted along with a child that fell. Pure."""

from collections.abc import Sequence
from enum import Enum
from typing import Protocol, TypeVar


class Strategy(Enum):
    """The three of OTP."""

    ONE_FOR_ONE = "one_for_one"
    ONE_FOR_ALL = "one_for_all"
    REST_FOR_ONE = "rest_for_one"


class _Spec(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def restarts_with(self) -> tuple[str, ...]: ...


class Place(Protocol):
    """What a strategy needs to know of a child: its place in the list, which the members of a pool share."""

    @property
    def position(self) -> int: ...
    @property
    def spec(self) -> _Spec: ...


P = TypeVar("P", bound=Place)


def affected(strategy: Strategy, children: Sequence[P], fallen: P) -> list[P]:
    """The fallen child and all that are restarted with it, in start order."""
    return [child for child in children if child is fallen or _goes_along(strategy, child, fallen)]


def _goes_along(strategy: Strategy, child: Place, fallen: Place) -> bool:
    if child.spec.name in fallen.spec.restarts_with:
        return True
    match strategy:
        case Strategy.ONE_FOR_ONE:
            return False
        case Strategy.ONE_FOR_ALL:
            return True
        case Strategy.REST_FOR_ONE:
            return child.position > fallen.position
