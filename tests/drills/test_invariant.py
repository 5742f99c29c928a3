from drills.invariant import Invariant


def test_is_a_line_for_machines() -> None:
    assert Invariant("jobs lost", held=True, counted="0 of 12").as_json() == {
        "name": "jobs lost",
        "held": True,
        "counted": "0 of 12",
    }
