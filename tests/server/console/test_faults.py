import asyncio

import pytest

from tests.server.console.desk import WHY, Desk

pytestmark = pytest.mark.anyio


async def test_a_fault_is_put_on_hits_and_is_put_off(desk: Desk) -> None:
    assert "disk-full" in [one["kind"] for one in (await desk.get("faults")).json["kinds"]]
    asked = {**WHY, "kind": "drop", "actor": "a", "message": "str", "nth": 2}
    fault = (await desk.post("faults", asked)).json
    assert (
        fault["sentence"] == "a message is not delivered, and becomes a dead letter (message str, actor a; the 2. time)"
    )
    for message in ("one", "two", "three"):
        desk.play.tell("a", message)
    await asyncio.to_thread(desk.play.ask, "a", 1)
    assert [letter["reason"] for letter in (await desk.get("letters")).json["letters"]] == ["injected"]
    assert (await desk.get(f"faults/{fault['id']}")).json["hits"] == 1
    ended = (await desk.post(f"faults/{fault['id']}/end", WHY)).json
    assert (ended["ended_at"], (await desk.get("faults")).json["on"]) == (12.0, [])
    assert ended["blast"]["jobs"] == []
    assert [action for action, *_ in desk.actions] == ["inject drop", "end fault"]


async def test_what_does_not_fit_is_refused(desk: Desk) -> None:
    assert (await desk.post("faults", {**WHY, "kind": "flood"})).refusal == (422, "fault.unfit")
    assert (await desk.post("faults", {**WHY, "kind": "raise"})).refusal == (422, "fault.unfit")
    assert (await desk.post("faults", {"kind": "raise", "actor": "a"})).refusal == (422, "request.invalid")
    assert (await desk.get("faults/nothing")).refusal == (404, "fault.unknown")
    assert (await desk.post("faults/nothing/control", WHY)).refusal == (404, "fault.unknown")


async def test_without_the_demo_composer_there_is_no_control_run(desk: Desk) -> None:
    fault = (await desk.post("faults", {**WHY, "kind": "drop", "actor": "a"})).json
    assert (await desk.post(f"faults/{fault['id']}/control", WHY)).refusal == (409, "control.no-demo")
