"""The flow of a plan as a conversation, alone: no turn around it."""

import pytest

from pipeline.chat import ChatMessage
from pipeline.commands import Act, AskModel, ToolResult
from pipeline.flows.planning import Planned, planning
from pipeline.ids import JobId
from pipeline.replay import Key, Run
from tests.pipeline.play import Line, answer, call, play, recorded

HEARD = (ChatMessage(role="system", content="you plan"), ChatMessage(role="user", content="12 seconds"))
FIRST, BETTER = call("plan_scenes", '{"title": "A"}'), call("plan_scenes", '{"title": "B"}', 2)
REFUSED = ToolResult(call="call_1", name="plan_scenes", ok=False, content="the scenes take 9 s and 12 s were asked for")
HELD = ToolResult(call="call_1", name="plan_scenes", ok=True, content="Planned: one", jobs=(JobId("job_1"),))
CORRECTED: list[Line] = [(Act, REFUSED), (AskModel, answer("Let me see.", BETTER)), (Act, HELD)]


def test_a_plan_that_holds_is_put_into_effect_and_nobody_is_asked() -> None:
    run, asked = play(planning(FIRST, HEARD, corrections=2), [(Act, HELD)])
    assert run.result == Planned(result=HELD, refused=0)
    assert asked == [Act(call=FIRST)]


def test_a_plan_that_does_not_add_up_is_corrected_by_the_model_with_what_is_wrong() -> None:
    run, asked = play(planning(FIRST, HEARD, corrections=2), CORRECTED)
    assert isinstance(run.result, Planned)
    assert (run.result.refused, run.result.result.ok, run.result.result.jobs) == (1, True, ("job_1",))
    assert run.result.result.content == "The plan was corrected before it held (refused 1 times). Planned: one"
    ask = asked[1]
    assert isinstance(ask, AskModel)
    assert ask.messages[:2] == HEARD
    assert ask.messages[-1].content == REFUSED.content
    assert asked[2] == Act(call=BETTER)


def test_what_it_comes_to_answers_the_call_that_the_turn_knows() -> None:
    held = HELD.model_copy(update={"call": "call_2"})
    run, _ = play(planning(FIRST, HEARD, corrections=2), [*CORRECTED[:2], (Act, held)])
    assert isinstance(run.result, Planned)
    assert run.result.result.call == "call_1"


@pytest.mark.parametrize("corrections", [0, 1, 2])
def test_a_plan_that_stays_wrong_is_given_back_after_so_many_corrections(corrections: int) -> None:
    again: list[Line] = [(AskModel, answer("", BETTER)), (Act, REFUSED)]
    run, _ = play(planning(FIRST, HEARD, corrections=corrections), [(Act, REFUSED), *again * corrections])
    assert run.result == Planned(result=REFUSED, refused=corrections + 1)


def test_a_model_that_gives_up_leaves_the_plan_refused() -> None:
    run, _ = play(planning(FIRST, HEARD, corrections=2), [(Act, REFUSED), (AskModel, answer("That cannot be."))])
    assert run.result == Planned(result=REFUSED, refused=1)


@pytest.mark.parametrize("heard", range(4))
def test_cut_off_anywhere_it_asks_only_for_what_is_missing(heard: int) -> None:
    all_of_it = recorded(planning(FIRST, HEARD, corrections=2), CORRECTED)
    assert list(all_of_it) == [Key("plan", 0), Key("replan", 0), Key("plan", 1)]
    kept = dict(list(all_of_it.items())[:heard])
    run = Run(planning(FIRST, HEARD, corrections=2), kept)
    assert list(run.begin()) == list(all_of_it)[heard : heard + 1]
    for key, reply in all_of_it.items():
        run.hear(key, reply)
    assert isinstance(run.result, Planned)
    assert run.result.result.ok
