import os
import subprocess
import sys
from pathlib import Path
from typing import Any, ClassVar

import pytest

from pipeline.commands import AskModel, Build, Inspect, Publish, RenderCheck
from pipeline.flow import Command, all_of, step
from pipeline.flows.component import component
from pipeline.replay import Key, Run
from pipeline.value import Value
from tests.pipeline.play import ACCEPTED, BUILT, LOOKED, PUBLISHED, Line, a_brief, answer, play, recorded

LINES: list[Line] = [
    (AskModel, answer("```tsx\nx\n```")),
    (Build, BUILT),
    (RenderCheck, ACCEPTED),
    (Publish, PUBLISHED),
    (Inspect, LOOKED),
]


class Number(Value):
    value: int


class Ask(Command[Number]):
    reply_type: ClassVar[type[Value]] = Number
    name: str


async def sum_of_two() -> Number:
    one, two = await all_of([step("look", Ask(name="one")), step("look", Ask(name="two"))])
    return Number(value=one.value + two.value)


@pytest.mark.parametrize("kept", range(len(LINES) + 1))
def test_asks_nothing_twice_after_a_crash_at_any_checkpoint(kept: int) -> None:
    checkpoints = dict(list(recorded(component(a_brief()), LINES).items())[:kept])
    run = Run(component(a_brief()), checkpoints)
    asked: list[Key] = []
    waiting: list[tuple[Key, Command[Any]]] = list(run.begin().items())
    for kind, reply in LINES[kept:]:
        key, command = waiting.pop(0)
        assert isinstance(command, kind)
        asked.append(key)
        waiting += run.hear(key, reply).items()
    assert run.result == PUBLISHED
    assert not set(asked) & set(checkpoints)


def test_commands_side_by_side_keep_their_own_checkpoints_in_the_order_of_the_list() -> None:
    run = Run(sum_of_two())
    assert list(run.begin()) == [Key("look", 0), Key("look", 1)]
    assert run.hear(Key("look", 1), Number(value=2)) == {}
    run.hear(Key("look", 0), Number(value=1))
    assert run.result == Number(value=3)


def test_only_the_missing_one_of_commands_side_by_side_is_asked_again() -> None:
    run = Run(sum_of_two(), {Key("look", 1): Number(value=2)})
    assert list(run.begin()) == [Key("look", 0)]


def test_a_reply_nobody_waits_for_changes_nothing() -> None:
    run = Run(sum_of_two())
    run.begin()
    assert run.hear(Key("look", 7), Number(value=1)) == {}
    assert len(run.waiting) == 2
    run.close()


def test_a_bug_in_a_flow_ends_it_with_its_error() -> None:
    async def broken() -> Number:
        await step("look", Ask(name="one"))
        message = "a bug"
        raise ValueError(message)

    run, _ = play(broken(), [(Ask, Number(value=1))])
    assert isinstance(run.error, ValueError)


def test_a_closed_flow_asks_nothing_more() -> None:
    run = Run(sum_of_two())
    run.begin()
    run.close()
    assert run.waiting == {}
    assert run.hear(Key("look", 0), Number(value=1)) == {}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_flows_ask_the_same_under_every_hash_seed(seed: str) -> None:
    script = (
        "from tests.pipeline.test_replay import *\nprint([c.digest() for c in play(component(a_brief()), LINES)[1]])"
    )
    root = Path(__file__).parents[2]
    env = {**os.environ, "PYTHONHASHSEED": seed}
    out = subprocess.run([sys.executable, "-c", script], cwd=root, env=env, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == str([command.digest() for command in play(component(a_brief()), LINES)[1]])
