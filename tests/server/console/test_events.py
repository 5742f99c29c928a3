import pytest

from storage.records import NoteAction
from tests.server.console.desk import WHY, Desk
from tests.server.living import JOB, PROJECT

pytestmark = pytest.mark.anyio


async def test_events_are_found(desk: Desk) -> None:
    desk.site.begin()
    found = (await desk.get(f"events?project={PROJECT}&type=message.*&limit=1")).json["events"]
    assert [(event["type"], event["seq"] > 0) for event in found] == [("message.created", True)]
    assert (await desk.get(f"events?job={JOB}&before=1")).json["events"] == []


async def test_streams_are_shown_with_the_most_they_may_leave_unread(desk: Desk) -> None:
    shown = (await desk.get("streams")).json
    assert (shown["open"], shown["buffer_bytes"] > 0) == ([], True)


async def test_decisions_and_actions_are_shown(desk: Desk) -> None:
    desk.site.journal.write(NoteAction("action_1", "operator", "kill", "llm", "a test", "done", 5.0))
    assert [action["target"] for action in (await desk.get("actions")).json["actions"]] == ["llm"]
    await desk.post("actors/a/suspend", WHY)
    await desk.post("actors/a/resume", WHY)
    desk.play.ask("a", 1)
    decisions = (await desk.get("decisions?child=a")).json["decisions"]
    assert {decision["child"] for decision in decisions} <= {"a"}
