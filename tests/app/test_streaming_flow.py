"""From a POST to its events, in a process of its own: their order, the exact text, and no interruption by a build."""

from pathlib import Path
from typing import Any

import pytest

from app.making.client import Heard
from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from drills.watching import Watch
from tests.app.drafts import SLOW, writes

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

PROMPT = "A 3 second title that says 'Nimbus', one scene, navy"


def of_turn(watch: Watch, turn: str) -> list[Heard]:
    return [heard for heard in watch.heard if heard.data.get("job") == turn]


def streamed(heard: list[Heard], round_: int) -> str:
    """The live text of a round as a client puts it together."""
    text = ""
    for one in heard:
        if one.name == "message.delta" and one.data["round"] == round_ and one.data["offset"] == len(text):
            text += one.data["text"]
    return text


def texts(heard: list[Heard]) -> list[dict[str, Any]]:
    return [one.data for one in heard if one.name == "message.complete"]


async def test_a_message_is_answered_in_order_with_the_exact_text_while_a_build_runs(tmp_path: Path) -> None:
    async with (
        ModelServer(pace=4.0, script=writes(SLOW)) as model,
        ServerProcess(tmp_path, settings=model.settings) as server,
        server.client() as client,
        await Watch.of_new_project(client) as watch,
    ):
        turn = await watch.say(PROMPT)
        await watch.until("component.validate.start")
        second = await watch.say("What can you do?")
        answered = await watch.until_over()
        watch.follow(turn)
        progress = await watch.until_over()
        project = await client.get(f"/api/projects/{watch.project}")
    assert {*answered.ended.values(), *progress.ended.values()} == {"completed"}
    _check_order(of_turn(watch, turn))
    _check_text(of_turn(watch, turn), project["messages"][1]["content"])
    _check_text(of_turn(watch, second), project["messages"][3]["content"])
    _check_uninterrupted(watch, second)


def _check_order(heard: list[Heard]) -> None:
    names = [one.name for one in heard if one.id is not None]
    assert names[:4] == ["message.created", "message.created", "job.queued", "message.start"]
    assert names[4] == "message.complete"
    assert names[-2:] == ["message.complete", "job.complete"]
    tools = [name for name in names if name.startswith(("tool.", "plan."))]
    assert tools == ["tool.start", "plan.created", "tool.complete"]
    told = [one.name for one in heard if one.name != "job.progress"]
    assert told[told.index("message.delta") - 1] == "message.start"


def _check_text(heard: list[Heard], stored: str) -> None:
    """What streamed, round by round, is what is stored, to the letter."""
    said = texts(heard)
    rounds = [streamed(heard, round_).strip() for round_ in range(said[-1]["round"] + 1)]
    assert all(rounds)
    assert "\n\n".join(rounds) == said[-1]["content"] == stored
    assert said[-1]["final"]


def _check_uninterrupted(watch: Watch, second: str) -> None:
    """The second answer began and ended while the component of the first was still being checked."""
    names = [(one.name, one.data.get("job")) for one in watch.heard]
    ended = names.index(("job.complete", second))
    checked = next(place for place, (name, _) in enumerate(names) if name == "component.validate.complete")
    assert ended < checked
