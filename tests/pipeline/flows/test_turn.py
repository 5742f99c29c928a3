from typing import Any

from pipeline.commands import Act, AskModel, Recall, Recollection, ToolResult
from pipeline.errors import TooManyRoundsError
from pipeline.flow import Command
from pipeline.flows import flow_of
from pipeline.flows.turn import TurnDone, turn
from pipeline.ids import JobId, MessageId
from pipeline.jobs import Allowance, TurnBrief
from pipeline.replay import Key, Run
from pipeline.value import Value
from tests.pipeline.play import Line, a_project, answer, call, play, result

BRIEF = TurnBrief(message=MessageId("m1"), answer=MessageId("a1"), content="a teaser")
RECALLED = Recollection(project=a_project())


def test_an_answer_without_tool_calls_ends_the_turn() -> None:
    run, asked = play(turn(BRIEF), [(Recall, RECALLED), (AskModel, answer("Hello."))])
    assert run.result == TurnDone(rounds=1, jobs=())
    ask = asked[1]
    assert isinstance(ask, AskModel)
    assert ask.to == "a1"
    assert ask.messages[-1].content == "a teaser"


def test_tool_results_are_told_to_the_model_in_the_order_of_its_calls() -> None:
    calls = call("plan_scenes", number=1), call("set_project", number=2)
    started = ToolResult(call="call_1", name="plan_scenes", ok=True, content="planned", jobs=(JobId("job_1"),))
    run, asked = play(
        turn(BRIEF),
        [
            (Recall, RECALLED),
            (AskModel, answer("On it.", *calls)),
            (Act, result(2)),
            (Act, started),
            (AskModel, answer("Started.")),
        ],
    )
    assert run.result == TurnDone(rounds=2, jobs=("job_1",))
    last = asked[-1]
    assert isinstance(last, AskModel)
    assert last.round == 1
    assert [message.tool_call_id for message in last.messages[-2:]] == ["call_1", "call_2"]


def test_calls_that_others_read_from_are_carried_out_first() -> None:
    calls = call("plan_scenes", number=1), call("set_project", number=2), call("no_such_tool", number=3)
    run = Run(turn(BRIEF))
    run.hear(*_only(run.begin(), RECALLED))
    first = run.hear(*_only(run.waiting, answer("", *calls)))
    assert _names(first) == ["set_project"]
    rest = run.hear(*_only(first, result(2)))
    assert _names(rest) == ["plan_scenes", "no_such_tool"]
    assert [key.ordinal for key in rest] == [1, 2]


def test_a_model_that_never_ends_is_stopped_with_a_sentence() -> None:
    brief = BRIEF.model_copy(update={"allowance": Allowance(rounds=2)})
    again: list[Line] = [(AskModel, answer("", call("plan_scenes"))), (Act, result())]
    run, _ = play(turn(brief), [(Recall, RECALLED), *again, *again])
    assert isinstance(run.error, TooManyRoundsError)


def test_each_brief_has_its_flow() -> None:
    run = Run(flow_of(BRIEF))
    assert [key.step for key in run.begin()] == ["recall"]
    run.close()


def _names(asked: dict[Key, Command[Any]]) -> list[str]:
    return [command.call.name for command in asked.values() if isinstance(command, Act)]


def _only(waiting: dict[Key, Command[Any]], reply: Value) -> tuple[Key, Value]:
    (key,) = waiting
    return key, reply
