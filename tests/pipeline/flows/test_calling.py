"""The calls of one round: which goes first, what is carried out once, and how often the model was refused."""

from pipeline.chat import ToolCall
from pipeline.commands import Act, AskModel, ToolResult
from pipeline.flow import Command
from pipeline.flows.calling import Called, calling
from pipeline.replay import Key
from pipeline.value import Value
from tests.pipeline.play import Line, answer, call, play, result


class Came(Value):
    """What a round came to, as a flow can return it."""

    results: tuple[ToolResult, ...]
    refused: int


async def flow(*calls: ToolCall, corrections: int = 2) -> Value:
    called: Called = await calling(calls, (), corrections=corrections)
    return Came(results=called.results, refused=called.refused)


def came(
    calls: list[ToolCall], lines: list[Line], corrections: int = 2
) -> tuple[Came, list[Command[Value]], list[Key]]:
    run, asked = play(flow(*calls, corrections=corrections), lines)
    assert isinstance(run.result, Came)
    return run.result, asked, list(run.asked)


def test_settings_go_first_then_plans_then_the_rest_and_results_keep_the_order_of_the_calls() -> None:
    calls = [call("read_component", number=1), call("plan_scenes", number=2), call("set_project", number=3)]
    told, asked, keys = came(calls, [(Act, result(3)), (Act, result(2)), (Act, result(1))])
    assert [command.call.name for command in asked if isinstance(command, Act)] == [
        "set_project",
        "plan_scenes",
        "read_component",
    ]
    assert keys == [Key("act", 0), Key("plan", 0), Key("act", 1)]
    assert [one.call for one in told.results] == ["call_1", "call_2", "call_3"]
    assert told.refused == 0


def test_a_corrected_plan_counts_as_refused_and_as_done() -> None:
    again = answer("", call("plan_scenes", '{"title": "B"}', 2))
    told, _, _ = came([call("plan_scenes")], [(Act, result(ok=False)), (AskModel, again), (Act, result(2))])
    assert (told.refused, told.results[0].ok) == (1, True)


def test_two_plans_share_what_may_be_corrected() -> None:
    calls = [call("plan_scenes", '{"title": "A"}'), call("plan_scenes", '{"title": "B"}', 2)]
    wrong: list[Line] = [(Act, result(ok=False))]
    replanned: list[Line] = [(AskModel, answer("", call("plan_scenes", '{"title": "C"}', 3)))]
    told, _, _ = came(calls, [*wrong, *replanned, *wrong, *wrong], corrections=1)
    assert (told.refused, [one.ok for one in told.results]) == (3, [False, False])


def test_refusals_of_other_calls_are_for_the_next_round_and_count_once() -> None:
    calls = [call("remove_scene", '{"scene_id": "a"}'), call("remove_scene", '{"scene_id": "b"}', 2)]
    told, _, _ = came(calls, [(Act, result(ok=False)), (Act, result(2, ok=False))])
    assert told.refused == 1
