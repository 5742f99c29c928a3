"""The steps of a turn, each alone."""

from pipeline.commands import Act, AskModel, Recall, Recollection
from pipeline.flow import Command
from pipeline.flows.steps.act import act
from pipeline.flows.steps.ask import ask
from pipeline.flows.steps.recall import recall
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


def test_calls_with_the_same_id_each_get_their_own_result() -> None:
    calls = call("read_component", number=1), call("remove_scene", number=1)

    async def flow() -> Value:
        results = await act(calls)
        return answer(" ".join(str(one.ok) for one in results))

    run = Run(flow())
    (first, _), (second, command) = asked_by(run)
    assert command == Act(call=calls[1])
    run.hear(second, result(1, ok=False))
    run.hear(first, result(1))
    assert run.result == answer("True False")
