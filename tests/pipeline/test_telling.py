import pytest

from pipeline.chat import Usage
from pipeline.commands import Act, AskModel, Build, Recall
from pipeline.events import EVENTS, ComponentRepairComplete, ComponentRepairStart
from pipeline.ids import JobId, MessageId, SceneId
from pipeline.mending import Approach
from pipeline.replay import Key
from pipeline.stages import STAGES
from pipeline.telling import Subject, text_so_far, told_of_reply, told_of_start
from pipeline.value import Value
from tests.pipeline.play import ACCEPTED, BUILT, answer, call, rejected

COMPONENT = Subject(JobId("job_1"), SceneId("scene_1"), None)
TURN = Subject(JobId("job_2"), None, MessageId("answer_1"))


def names(events: object) -> list[str]:
    return [event.wire_name() for event in events]  # type: ignore[attr-defined]


@pytest.mark.parametrize("step", ["generate", "build", "validate", "repair"])
def test_every_step_of_a_component_says_that_it_begins(step: str) -> None:
    (event,) = told_of_start(COMPONENT, Key(step, 0), 2, Build(source=""))
    assert event.wire_name() == f"component.{step}.start"
    assert (event.job, event.step, event.attempt) == ("job_1", step, 2)


@pytest.mark.parametrize(
    ("step", "reply", "name"),
    [
        ("generate", answer("x"), "component.generate.complete"),
        ("repair", answer("x"), "component.repair.complete"),
        ("build", BUILT, "component.build.complete"),
        ("build", rejected("syntax.invalid"), "component.build.error"),
        ("validate", ACCEPTED, "component.validate.complete"),
        ("validate", rejected("render.blank"), "component.validate.error"),
    ],
)
def test_every_step_of_a_component_says_how_it_ended(step: str, reply: Value, name: str) -> None:
    key = Key(step, 0)
    assert names(told_of_reply(COMPONENT, key, 1, {key: reply})) == [name]


def test_a_publish_is_told_by_its_writer_alone() -> None:
    assert told_of_start(COMPONENT, Key("publish", 0), 1, Build(source="")) == ()


def test_a_tool_call_says_that_it_begins() -> None:
    (event,) = told_of_start(TURN, Key("act", 0), 1, Act(call=call("plan_scenes")))
    assert event.wire_name() == "tool.start"


@pytest.mark.parametrize(("attempt", "expected"), [(1, []), (2, ["message.reset"])])
def test_only_a_further_attempt_takes_back_the_text_of_the_one_before(attempt: int, expected: list[str]) -> None:
    command = AskModel(role="plan", messages=(), to=MessageId("answer_1"))
    assert names(told_of_start(TURN, Key("ask", 0), attempt, command)) == expected


def test_a_round_with_tool_calls_does_not_end_the_message() -> None:
    replies: dict[Key, Value] = {Key("ask", 0): answer("First.", call("plan_scenes")), Key("ask", 1): answer("Then. ")}
    (event,) = told_of_reply(TURN, Key("ask", 0), 1, {Key("ask", 0): replies[Key("ask", 0)]})
    assert event.model_dump()["final"] is False
    (last,) = told_of_reply(TURN, Key("ask", 1), 1, replies)
    assert (last.model_dump()["final"], last.model_dump()["content"]) == (True, "First.\n\nThen.")


def test_rounds_without_words_leave_no_gap() -> None:
    assert text_so_far({Key("ask", 0): answer(""), Key("ask", 1): answer("Done.")}) == "Done."


def test_every_event_of_a_stage_is_listed() -> None:
    told = {kind for stage in STAGES.values() for kind in (stage.start, stage.complete, stage.error) if kind}
    assert told <= set(EVENTS)


def test_a_repair_tells_which_it_is_how_it_is_gone_about_and_what_it_took() -> None:
    ask = AskModel(role="repair", messages=(), approach=Approach.ALL)
    (start,) = told_of_start(COMPONENT, Key("repair", 1), 1, ask)
    assert isinstance(start, ComponentRepairStart)
    assert (start.number, start.approach) == (2, Approach.ALL)
    reply = answer("x").model_copy(update={"usage": Usage(tokens_in=900, tokens_out=40)})
    (complete,) = told_of_reply(COMPONENT, Key("repair", 1), 1, {Key("repair", 1): reply})
    assert isinstance(complete, ComponentRepairComplete)
    assert (complete.number, complete.model, complete.tokens_in, complete.tokens_out) == (2, "m", 900, 40)


def test_what_was_put_in_short_is_no_answer_to_anybody() -> None:
    key = Key("summarise", 0)
    assert told_of_reply(TURN, key, 1, {key: answer("in short")}) == ()


def test_a_turn_tells_when_its_answer_begins() -> None:
    assert names(told_of_start(TURN, Key("recall", 0), 1, Recall(before=MessageId("m")))) == ["message.start"]
