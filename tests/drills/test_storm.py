from actors.runtime import Overflow
from drills.storm import KINDS, Storm


def test_a_storm_blows_over_every_policy_and_meets_every_outcome() -> None:
    assert {overflow for _, _, overflow in KINDS} == set(Overflow)
    storm = Storm(seed=1, messages=400)
    storm.blow()
    assert storm.end.sent == 400
    assert storm.end.handled > 0
    assert storm.end.dead > 0
