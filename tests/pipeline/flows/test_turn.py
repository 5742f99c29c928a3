from typing import Any

import pytest
from pydantic import ValidationError

from pipeline.chat import ChatMessage, Summary
from pipeline.commands import Act, AskModel, Recall, Recollection, ToolResult
from pipeline.errors import ToolsRefusedError, TooManyRoundsError
from pipeline.flow import Command
from pipeline.flows import flow_of
from pipeline.flows.turn import TurnDone, turn
from pipeline.ids import JobId, MessageId
from pipeline.jobs import TURN_DEFINITION, Allowance, TurnBrief
from pipeline.replay import Key, Run
from pipeline.value import Value
from tests.pipeline.play import Line, a_project, answer, call, play, result

BRIEF = TurnBrief(message=MessageId("m1"), answer=MessageId("a1"), content="a teaser", definition=TURN_DEFINITION)
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
    plan = run.hear(*_only(first, result(2)))
    assert (_names(plan), list(plan)) == (["plan_scenes"], [Key("plan", 0)])
    rest = run.hear(*_only(plan, result(1)))
    assert (_names(rest), list(rest)) == (["no_such_tool"], [Key("act", 1)])
    run.close()


def test_a_model_that_never_ends_is_stopped_with_a_sentence() -> None:
    brief = BRIEF.model_copy(update={"allowance": Allowance(rounds=2)})
    again: list[Line] = [(AskModel, answer("", call("plan_scenes"))), (Act, result())]
    run, _ = play(turn(brief), [(Recall, RECALLED), *again, *again])
    assert isinstance(run.error, TooManyRoundsError)


WRONG, BETTER = call("plan_scenes", '{"title": "A"}'), call("plan_scenes", '{"title": "B"}', 2)


def test_a_plan_is_corrected_inside_of_the_turn_and_no_round_is_spent_on_it() -> None:
    lines: list[Line] = [
        (Recall, RECALLED),
        (AskModel, answer("On it.", WRONG)),
        (Act, result(ok=False)),
        (AskModel, answer("", BETTER)),
        (Act, result(2)),
        (AskModel, answer("Planned.")),
    ]
    run, asked = play(turn(BRIEF), lines)
    assert run.result == TurnDone(rounds=2, jobs=())
    assert list(run.asked)[1:] == [Key("ask", 0), Key("plan", 0), Key("replan", 0), Key("plan", 1), Key("ask", 1)]
    told = _heard(asked[-1])[-1]
    assert (told.tool_call_id, told.content) == (
        "call_1",
        "The plan was corrected before it held (refused 1 times). done",
    )


STORED_BEFORE = '{"message": "m1", "answer": "a1", "content": "a teaser", "attachments": []}'
"""The input of a turn as it was stored before planning was a flow of its own."""
HEARD_BEFORE: dict[Key, Value] = {
    Key("recall", 0): RECALLED,
    Key("ask", 0): answer("On it.", WRONG, call("read_component", number=3)),
    Key("plan", 0): result(ok=False),
    Key("act", 0): result(3),
    Key("ask", 1): answer("Once more.", BETTER),
    Key("plan", 1): result(2),
    Key("ask", 2): answer("Planned."),
}


@pytest.mark.parametrize("heard", range(len(HEARD_BEFORE) + 1))
def test_a_turn_that_began_before_planning_was_a_flow_goes_on_as_it_began(heard: int) -> None:
    brief = TurnBrief.model_validate_json(STORED_BEFORE)
    kept = dict(list(HEARD_BEFORE.items())[:heard])
    run = Run(turn(brief), kept)
    run.begin()
    for key, reply in HEARD_BEFORE.items():
        run.hear(key, reply)
    assert run.result == TurnDone(rounds=3, jobs=())
    assert set(run.asked) == set(HEARD_BEFORE)


def test_a_turn_of_a_later_definition_is_not_read() -> None:
    with pytest.raises(ValidationError, match="definition"):
        TurnBrief.model_validate({**BRIEF.model_dump(), "definition": TURN_DEFINITION + 1})


def test_a_plan_is_a_step_of_its_own() -> None:
    run = Run(turn(BRIEF))
    run.hear(*_only(run.begin(), RECALLED))
    asked = run.hear(*_only(run.waiting, answer("", call("plan_scenes"), call("set_project", number=2))))
    run.hear(*_only(asked, result(2)))
    assert list(run.waiting) == [Key("plan", 0)]
    run.close()


def test_the_same_call_twice_in_a_round_is_carried_out_once_and_answered_twice() -> None:
    twice = call("remove_scene", '{"scene_id": "a"}', 1), call("remove_scene", '{"scene_id": "a"}', 2)
    lines: list[Line] = [(Recall, RECALLED), (AskModel, answer("", *twice)), (Act, result(1)), (AskModel, answer("."))]
    _, asked = play(turn(BRIEF), lines)
    first, second = _heard(asked[-1])[-2:]
    assert (first.content, first.tool_call_id) == ("done", "call_1")
    assert "carried out once" in second.content
    assert second.tool_call_id == "call_2"


def test_a_wrong_call_goes_back_twice_and_then_words_are_asked_for() -> None:
    wrong: list[Line] = [(AskModel, answer("", call("remove_scene"))), (Act, result(ok=False))]
    end: list[Line] = [(AskModel, answer("It is not there."))]
    run, asked = play(turn(BRIEF), [(Recall, RECALLED), *wrong, *wrong, *wrong, *end])
    assert run.result == TurnDone(rounds=4, jobs=())
    asks = [command for command in asked if isinstance(command, AskModel)]
    assert [bool(ask.tools) for ask in asks] == [True, True, True, False]
    assert "refused 3 times" in asks[-1].messages[-1].content
    assert asks[-2].messages[-1].content == "done"


def test_a_model_that_calls_on_after_that_fails_its_turn_with_a_sentence() -> None:
    wrong: list[Line] = [(AskModel, answer("", call("no_tool"))), (Act, result(ok=False))]
    lines: list[Line] = [(Recall, RECALLED), *wrong, *wrong, *wrong, (AskModel, answer("", call("no_tool")))]
    run, _ = play(turn(BRIEF), lines)
    assert isinstance(run.error, ToolsRefusedError)
    assert run.error.context.user_can_act


LONG = Recollection(
    project=a_project(),
    history=tuple(ChatMessage(role="user", content=str(number) * 10_000) for number in range(4)),
    ids=tuple(MessageId(f"m{number}") for number in range(4)),
)


def test_a_long_conversation_is_put_in_short_once_and_that_is_kept_with_the_turn() -> None:
    lines: list[Line] = [(Recall, LONG), (AskModel, answer("The person said 0, 1 and 2.")), (AskModel, answer("Yes."))]
    run, asked = play(turn(BRIEF), lines)
    summary = Summary(until=MessageId("m2"), text="The person said 0, 1 and 2.")
    assert run.result == TurnDone(rounds=1, jobs=(), summary=summary)
    shorten, ask = asked[1:]
    assert isinstance(shorten, AskModel)
    assert (shorten.role, shorten.to, shorten.tools) == ("title", None, ())
    contents = [message.content for message in _heard(ask)]
    assert contents[1].endswith(summary.text)
    assert contents[2:] == ["3" * 10_000, "a teaser"]


def test_a_summary_that_says_nothing_leaves_the_one_there_was() -> None:
    known = Summary(until=MessageId("m"), text="before")
    recalled = LONG.model_copy(update={"summary": known})
    run, asked = play(turn(BRIEF), [(Recall, recalled), (AskModel, answer(" ")), (AskModel, answer("Yes."))])
    assert isinstance(run.result, TurnDone)
    assert run.result.summary == known
    assert _heard(asked[-1])[1].content.endswith("before")


def test_each_brief_has_its_flow() -> None:
    run = Run(flow_of(BRIEF))
    assert [key.step for key in run.begin()] == ["recall"]
    run.close()


def _names(asked: dict[Key, Command[Any]]) -> list[str]:
    return [command.call.name for command in asked.values() if isinstance(command, Act)]


def _only(waiting: dict[Key, Command[Any]], reply: Value) -> tuple[Key, Value]:
    (key,) = waiting
    return key, reply


def _heard(asked: Command[Any]) -> tuple[ChatMessage, ...]:
    assert isinstance(asked, AskModel)
    return asked.messages
