import pytest

from actors.runtime import Overflow
from actors.runtime.bounds import Bounds
from tests.server.console.desk import WHY, Desk

pytestmark = pytest.mark.anyio


@pytest.fixture
def late(desk: Desk) -> Desk:
    """Three letters to an address where nobody is."""
    desk.play.system.mailbox("late").open(Bounds(1, Overflow.DROP_NEWEST))
    for message in ("kept", {"to": "one"}, {"to": "two"}, {"to": "three"}):
        desk.play.tell("late", message)
    desk.play.system.mailbox("late").open(Bounds(9))
    return desk


async def test_letters_are_found(late: Desk) -> None:
    assert (await late.get("letters?reason=dropped-newest&address=late")).json["matched"] == 3
    (letter,) = (await late.get("letters?text=TWO")).json["letters"]
    assert (letter["message"], letter["kept"]) == ({"to": "two"}, True)
    assert (await late.get("letters?sender=nobody")).json == {"letters": [], "matched": 0}


async def test_letters_are_sent_again_after_a_dry_run(late: Desk) -> None:
    asked = {**WHY, "filter": {"text": "one"}}
    dry = (await late.post("letters/replay", {**asked, "dry_run": True})).json
    assert (dry["matched"], dry["done"], late.actions) == (1, 0, [])
    done = (await late.post("letters/replay", asked)).json
    assert (done["done"], done["refused"]) == (1, [])
    assert (await late.get("letters")).json["matched"] == 2
    assert late.play.system.statistics().mailboxes["late"].waiting == 2
    again = (await late.post("letters/replay", {**WHY, "numbers": dry["numbers"]})).json
    assert "is not kept here" in again["refused"][0]["detail"]


async def test_what_looks_like_a_key_is_not_shown(late: Desk) -> None:
    late.play.system.mailbox("late").seal()
    late.play.tell("late", {"text": "use sk-1234567890abcdef"})
    (letter,) = (await late.get("letters?reason=stopped")).json["letters"]
    assert letter["message"] == {"text": "use [key]"}


async def test_letters_are_let_go_of(late: Desk) -> None:
    assert (await late.post("letters/discard", {**WHY, "filter": {"address": "late"}})).json["done"] == 3
    assert late.actions[0][0] == "discard 3 letters"


async def test_letters_are_named_one_way_only(late: Desk) -> None:
    for which in ({}, {"numbers": [1], "filter": {}}):
        assert (await late.post("letters/replay", {**WHY, **which})).refusal == (422, "request.invalid")


async def test_a_change_that_does_not_fit_is_refused_and_the_letter_kept(late: Desk) -> None:
    number = (await late.get("letters?text=one")).json["letters"][0]["number"]
    done = (await late.post("letters/replay", {**WHY, "numbers": [number], "changes": {"nothing": 1}})).json
    assert done["refused"][0]["number"] == number
    assert (await late.get("letters")).json["matched"] == 3
