"""Each stage is a boundary: whatever fails in it reaches the stream as an event that says what, why and what to do."""

from collections.abc import Callable

import pytest

from pipeline.commands import AskModel
from pipeline.events import JobFailed, ToolError
from pipeline.failures import ErrorClass, ErrorContext
from tests.actors.edges import CODE, Outcome, planned
from tests.actors.house import House
from tests.pipeline.play import answer, call

DOWN = ErrorContext(
    code="model.key-refused",
    error_class=ErrorClass.POLICY,
    message="The key was refused.",
    advice="Check OPENAI_API_KEY.",
    user_can_act=True,
)


def failing(role: str, step: str) -> Callable[[AskModel], Outcome]:
    """As the LLM actor does it: the failure names its step."""
    down = DOWN.model_copy(update={"step": step})
    return lambda ask: down if ask.role == role else planned(ask)


@pytest.mark.parametrize(("role", "step"), [("plan", "ask"), ("write", "generate")])
def test_a_model_that_refuses_says_so_in_its_step(house: House, role: str, step: str) -> None:
    house.model.script = failing(role, step)
    house.say("teaser")
    told = house.until("job.failed").told
    assert isinstance(told, JobFailed)
    error = told.error
    assert (told.step, error.code, error.message, error.advice) == (step, DOWN.code, DOWN.message, DOWN.advice)
    assert (told.trace, told.recovery[0]) == ("job_teaser", "resume")


@pytest.mark.parametrize(
    ("name", "arguments", "step", "code"),
    [
        ("plan_scenes", "{}", "plan", "tool.arguments"),
        ("plan_scenes", '{"title": "T"', "plan", "tool.arguments"),
        ("remove_scene", '{"scene_id": "nothing"}', "act", "change.refused"),
        ("make_coffee", "{}", "act", "tool.unknown"),
    ],
)
def test_a_call_that_is_refused_says_so_in_its_step(
    house: House, name: str, arguments: str, step: str, code: str
) -> None:
    first = answer("", call(name, arguments))
    house.model.script = lambda ask: first if ask.round == 0 else answer("It cannot be done.")
    job = house.say("teaser")
    told = house.until("tool.error").told
    assert isinstance(told, ToolError)
    assert (told.step, told.code, told.trace) == (step, code, job)
    assert told.message
    assert told.advice
    house.until("job.complete")


@pytest.mark.parametrize("stage", ["build"])
def test_a_fault_of_a_worker_is_told_as_a_retry_with_its_reason(house: House, stage: str) -> None:
    house.model.script = lambda ask: CODE if ask.role == "write" else planned(ask)
    house.faults.put(OSError("the disk is full"))
    house.say("teaser")
    told = house.until("job.retry.scheduled").told
    assert told.step == stage
    assert "fault of its own" in told.reason  # type: ignore[attr-defined]  # it is a JobRetryScheduled
