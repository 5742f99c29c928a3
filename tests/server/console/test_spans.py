import asyncio

import pytest

from tests.server.asking import get
from tests.server.console.desk import OPERATOR, Desk
from tests.server.living import BEARER

pytestmark = pytest.mark.anyio


async def test_messages_are_found_and_followed_both_ways(desk: Desk) -> None:
    await asyncio.to_thread(desk.play.ask, "a", lambda: desk.play.system.address("pool").tell("hello"))
    await asyncio.to_thread(desk.play.ask, "pool", 1)
    (sent,) = (await desk.get("spans?actor=pool&type=str")).json["spans"]
    detail = (await desk.get(f"spans/{sent['span']}")).json
    (parent,) = detail["ancestors"]
    assert (parent["address"], detail["children"], detail["calls"]) == ("a", [], [])
    assert [one["span"] for one in (await desk.get(f"spans/{parent['span']}")).json["children"]] == [sent["span"]]
    assert (await desk.get("spans/999999")).refusal == (404, "span.unknown")


async def test_from_a_message_that_failed_to_its_failure(desk: Desk) -> None:
    with pytest.raises(ValueError, match="no"):
        await asyncio.to_thread(desk.play.ask, "a", ValueError("no"))
    await asyncio.to_thread(desk.play.ask, "a", 1)
    (span,) = (await desk.get("spans?outcome=failed")).json["spans"]
    detail = (await desk.get(f"spans/{span['span']}")).json
    assert detail["failures"][0]["error"] == "ValueError: no"
    assert detail["decisions"][0]["action"] == "restart"


async def test_an_actor_is_shown_in_full(desk: Desk) -> None:
    shown = (await desk.get("actors/pool%2F1")).json
    assert (shown["child"]["name"], shown["state"]["source"]) == ("pool/1", "read")
    assert (await desk.get("actors/nobody")).refusal == (404, "actor.unknown")


async def test_of_artifacts_only_transcripts_are_shown(desk: Desk) -> None:
    kept = desk.site.artifacts.put(b'{"text": "Yes."}', "model-response")
    bundle = desk.site.artifacts.put(b"export {}", "bundle")
    assert (await desk.get(f"artifacts/{bundle}")).refusal == (404, "artifact.unknown")
    assert (await desk.get(f"artifacts/{kept}")).refusal == (404, "artifact.unknown")  # no row names it
    assert (await get(desk.site, f"/console/api/artifacts/{kept}", headers=BEARER)).status == 401
    assert OPERATOR
