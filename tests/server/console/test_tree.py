import asyncio

import pytest

from actors.runtime import Action
from tests.server.console.desk import WHY, Desk

pytestmark = pytest.mark.anyio
PATIENCE_S = 30.0


async def test_everything_can_be_read(desk: Desk) -> None:
    answer = await desk.get("snapshot")
    assert [child["name"] for child in answer.json["children"]] == ["a", "pool/1", "pool/2"]
    assert answer.json["children"][0]["policy"]["sentence"] == "0 of 5 in 30 s"
    assert answer.json["total"]["balance"] == 0


async def test_an_order_is_given_and_kept_with_its_reason(desk: Desk) -> None:
    answer = await desk.post("actors/pool%2F1/restart", WHY)
    assert answer.status == 202
    decision = await asyncio.to_thread(desk.play.decided, Action.RESTART)
    assert (decision.child, decision.rule) == ("pool/1", "asked for: a test")
    assert desk.actions == [("restart", "pool/1", "a test", "done")]


async def test_nothing_is_done_without_a_reason(desk: Desk) -> None:
    for body in ({}, {"reason": ""}, {"reason": "  "}, {"reason": "x" * 501}):
        for path in ("actors/a/kill", "actors/a/cancel", "actors/pool/resize", "tree/start", "jobs/bulk"):
            assert (await desk.post(path, body)).refusal == (422, "request.invalid")
    assert desk.actions == []


async def test_what_cannot_be_done_is_said_and_kept(desk: Desk) -> None:
    assert (await desk.post("actors/a/explode", WHY)).refusal == (422, "order.unknown")
    assert (await desk.post("actors/nobody/kill", WHY)).refusal == (404, "actor.unknown")
    assert [outcome.partition(":")[0] for *_, outcome in desk.actions] == ["refused", "refused"]


async def test_messages_are_taken_back_and_pools_resized(desk: Desk) -> None:
    assert (await desk.post("actors/a/cancel", {**WHY, "seq": 99})).status == 202
    assert (await desk.post("actors/pool/resize", {**WHY, "instances": 3})).status == 202
    await asyncio.to_thread(desk.play.decided, Action.RESIZE)
    assert len((await desk.get("snapshot")).json["children"]) == 4


async def test_a_tree_that_was_given_up_is_told_of_and_started_again(desk: Desk) -> None:
    assert (await desk.post("tree/start", WHY)).refusal == (409, "tree.up")
    for _ in range(6):
        desk.play.tell("a", ValueError())
    await asyncio.to_thread(desk.play.decided, Action.GIVE_UP)
    await asyncio.to_thread(desk.play.supervisors[0].stop, PATIENCE_S)
    assert (await desk.get("snapshot")).json["up"] is False
    assert (await desk.post("tree/start", WHY)).json["up"] is True
    assert desk.actions[-1] == ("start", "tree", "a test", "done")
