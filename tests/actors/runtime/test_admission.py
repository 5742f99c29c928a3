from collections.abc import Callable
from threading import Condition

import pytest

from actors.runtime.admission import Admission
from actors.runtime.bounds import Bounds, Overflow
from actors.runtime.dead_letters import Reason
from actors.runtime.envelope import Envelope
from actors.runtime.lanes import Lanes
from actors.runtime.ledger import Tally


def admission(overflow: Overflow) -> tuple[Callable[[str], Reason | None], Tally, Lanes]:
    lanes, tally, room = Lanes(), Tally(), Condition()
    door = Admission("box", lanes, room, tally)
    door.bounds = Bounds(1, overflow, 0.001)

    def admit(message: str) -> Reason | None:
        with room:
            lost = door.admit(Envelope(1, message, None, 0.0, None))
        return lost[1] if lost else None

    return admit, tally, lanes


@pytest.mark.parametrize(
    ("overflow", "reason", "kept"),
    [
        (Overflow.BLOCK, Reason.FULL, "a"),
        (Overflow.REJECT, Reason.FULL, "a"),
        (Overflow.DROP_NEWEST, Reason.DROPPED_NEWEST, "a"),
        (Overflow.DROP_OLDEST, Reason.DROPPED_OLDEST, "b"),
    ],
)
def test_a_full_box_does_as_its_policy_says_and_counts_both(overflow: Overflow, reason: Reason, kept: str) -> None:
    admit, tally, lanes = admission(overflow)
    assert admit("a") is None
    assert admit("b") is reason
    assert [each.message for each in lanes.first(9)] == [kept]
    assert tally.sent - tally.dead - tally.refused == lanes.depth == 1
