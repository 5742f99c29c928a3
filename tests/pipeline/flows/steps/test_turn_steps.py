"""The steps of a turn, each alone."""

from pipeline.chat import ChatMessage, ToolCall
from pipeline.commands import Act, AskModel, Recall, Recollection, ToolResult
from pipeline.flow import Command
from pipeline.flows.steps.act import act
from pipeline.flows.steps.ask import ask
from pipeline.flows.steps.recall import recall
from pipeline.flows.steps.replan import replan
from pipeline.ids import MessageId
from pipeline.jobs import TurnBrief
from pipeline.replay import Key, Run
from pipeline.tools import SPECS
from pipeline.value import Value
from tests.pipeline.play import a_project, answer, call, result

BRIEF = TurnBrief(message=MessageId("m1"), answer=MessageId("a1"), content="a teaser")


def asked_by(run: Run) -> list[tuple[Key, Command[Value]]]:
    return list(run.begin().items())


def test_recall_reads_what_was_said_before_the_message() -> None:
    run = Run(recall(BRIEF))
    ((key, command),) = asked_by(run)
    assert command == Recall(before=MessageId("m1"))
    run.hear(key, Recollection(project=a_project()))
    assert run.result == Recollection(project=a_project())


def test_ask_offers_every_tool_and_names_the_message_that_grows() -> None:
    run = Run(ask(BRIEF, (), 2, tools=SPECS))
    ((_, command),) = asked_by(run)
    assert isinstance(command, AskModel)
    assert (command.tools, command.to, command.round) == (SPECS, "a1", 2)
    run.close()


def test_a_plan_is_carried_out_under_a_name_of_its_own() -> None:
    run = Run(_acting((call("plan_scenes"), call("read_component"), call("no_such_tool"))))
    assert [key for key, _ in asked_by(run)] == [Key("plan", 0), Key("act", 0), Key("act", 1)]
    run.close()


def test_without_calls_nothing_is_asked() -> None:
    assert asked_by(run := Run(_acting(()))) == []
    assert run.result == answer("")


def test_replan_tells_the_model_what_was_wrong_and_takes_its_next_plan() -> None:
    asked = call("plan_scenes", '{"title": "A"}')
    run = Run(_replanning(asked, result(ok=False)))
    ((key, command),) = asked_by(run)
    assert key == Key("replan", 0)
    assert isinstance(command, AskModel)
    assert (command.role, command.to, [tool.name for tool in command.tools]) == ("plan", None, ["plan_scenes"])
    assert command.messages[0] == HEARD
    assert command.messages[1].tool_calls == (asked,)
    assert (command.messages[2].content, command.messages[2].tool_call_id) == ("done", "call_1")
    better = call("plan_scenes", '{"title": "B"}', 2)
    run.hear(key, answer("", call("set_project", number=3), better))
    assert run.result == answer("", better)


def test_a_model_that_makes_no_plan_of_it_is_taken_at_its_word() -> None:
    run = Run(_replanning(call("plan_scenes"), result(ok=False)))
    run.begin()
    run.hear(Key("replan", 0), answer("I cannot."))
    assert run.result == answer("")


HEARD = ChatMessage(role="user", content="a teaser")


async def _replanning(asked: ToolCall, refusal: ToolResult) -> Value:
    made = await replan((HEARD,), asked, refusal)
    return answer("", *([made] if made else []))


async def _acting(calls: tuple[ToolCall, ...]) -> Value:
    return answer(" ".join(str(one.ok) for one in await act(calls)))


def test_calls_with_the_same_id_each_get_their_own_result() -> None:
    calls = call("read_component", number=1), call("remove_scene", number=1)
    run = Run(_acting(calls))
    (first, _), (second, command) = asked_by(run)
    assert command == Act(call=calls[1])
    run.hear(second, result(1, ok=False))
    run.hear(first, result(1))
    assert run.result == answer("True False")
