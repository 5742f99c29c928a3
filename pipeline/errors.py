"""What can go wrong in a job: what the person can act on, apart from what is ours."""

from typing import ClassVar

from pydantic import ValidationError

from pipeline.failures import ErrorClass, ErrorContext
from pipeline.findings import Finding, Verdict

_MOST_FOUND = 5


class PipelineError(Exception):
    """Something went wrong in the pipeline."""


class ChangeRefusedError(PipelineError):
    """A change does not fit the project as it is now."""

    code: ClassVar[str] = "change.refused"


class ResumeRefusedError(PipelineError):
    """A job cannot go on as it was asked; `code` says why to machines, the message to people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class ToolArgumentsError(PipelineError):
    """The arguments of a tool call are not what the tool takes."""

    code: ClassVar[str] = "tool.arguments"


class UnknownToolError(ToolArgumentsError):
    """The model called a tool that there is not."""

    code: ClassVar[str] = "tool.unknown"


class FlowError(PipelineError):
    """A flow ended its job as failed; `context` says why."""

    def __init__(self, context: ErrorContext) -> None:
        super().__init__(context.message)
        self.context = context


class RejectedError(FlowError):
    """The checks refused the component and the repairs are used up."""

    def __init__(self, verdict: Verdict, repairs: int) -> None:
        self.verdict = verdict
        super().__init__(
            ErrorContext(
                code="component.rejected",
                error_class=ErrorClass.VALIDATION_REJECTED if verdict.bundle else ErrorClass.BUILD_REJECTED,
                message=_rejection(verdict.errors, repairs),
                advice="Resume to try further repairs, or say in the conversation what to do differently.",
                user_can_act=True,
                findings=verdict.findings,
            )
        )


class OwnDraftRefusedError(RejectedError):
    """The checks refused a person's own component: what they found goes to the person, not to the model."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict, 0)
        self.context = self.context.model_copy(
            update={
                "code": "component.own-draft-refused",
                "message": _own_refusal(verdict.errors),
                "advice": "Correct your source and send it again, or resume it as it is: then the model mends it.",
            }
        )


class TooManyRoundsError(FlowError):
    """The model kept calling tools until the rounds of the turn were used up."""

    def __init__(self, rounds: int) -> None:
        super().__init__(
            ErrorContext(
                code="turn.too-many-rounds",
                error_class=ErrorClass.BUDGET,
                message=f"The model called tools {rounds} times and did not come to an end.",
                advice="What it changed is kept. Resume to let it go on, or send a simpler message.",
                user_can_act=True,
            )
        )


class ToolsRefusedError(FlowError):
    """The model's tool calls were refused again and again, and it went on calling."""

    def __init__(self, refused: int) -> None:
        super().__init__(
            ErrorContext(
                code="turn.tools-refused",
                error_class=ErrorClass.INVALID_INPUT,
                message=f"What the model wanted to do was refused {refused} times, and it did not find another way.",
                advice="What it changed before is kept. Say it in other words, or in smaller steps.",
                user_can_act=True,
            )
        )


def in_words(error: ValidationError) -> str:
    """What pydantic found, in one line: where, and what is wrong there."""
    found = error.errors(include_url=False, include_context=False, include_input=False)[:_MOST_FOUND]
    return "; ".join(f"{'.'.join(map(str, one['loc'])) or 'arguments'}: {one['msg']}" for one in found)


def _rejection(errors: tuple[Finding, ...], repairs: int) -> str:
    found = "; ".join(error.message for error in errors[:3]) or "no finding was given"
    tried = "without a repair" if repairs == 0 else f"after {repairs} repair{'s' if repairs > 1 else ''}"
    return f"The component was refused {tried}: {found}"


def _own_refusal(errors: tuple[Finding, ...]) -> str:
    """What was found in a person's own source, with its lines."""
    return "Your source was refused: " + (
        "; ".join(f"{f'line {error.line}: ' if error.line else ''}{error.message}" for error in errors[:3])
        or "no finding was given"
    )
