"""How what goes wrong around a flow is said to people."""

import traceback

from pipeline.errors import FlowError
from pipeline.jobs import ErrorContext
from pipeline.replay import Key
from storage.errors import DefinitionMismatchError


def context_of(error: Exception) -> ErrorContext:
    """What a job ended with: its flow's own context, what is stored and cannot be read, or a bug of ours."""
    if isinstance(error, FlowError):
        return error.context
    if isinstance(error, DefinitionMismatchError):
        return mismatched(error)
    return internal(error)


def mismatched(error: DefinitionMismatchError) -> ErrorContext:
    """What is stored was written by another version."""
    return ErrorContext(
        code="definition-mismatch",
        message="What is stored of this job does not fit this version of Bazaar.",
        advice="Go back to the version that wrote it and resume there, or send the message anew.",
        detail=str(error)[-4000:],
    )


def internal(error: BaseException) -> ErrorContext:
    """A bug: nothing the person did."""
    return ErrorContext(
        code="internal",
        message="Something went wrong inside Bazaar; your work up to here is kept.",
        advice="Resume to try again. If it comes back, look into the console.",
        detail="".join(traceback.format_exception(error))[-4000:],
    )


def crashed(key: Key, attempt: int, evidence: str, times: int) -> ErrorContext:
    """The worker died with this step in hand."""
    often = "once" if times == 1 else f"{times} times in a row"
    return ErrorContext(
        code="worker.crash-loop" if times > 1 else "worker.crashed",
        message=f"The worker of step {key.step} crashed {often}.",
        advice="Resume to try again, or change the message and send it anew.",
        step=key.step,
        attempt=attempt,
        detail=evidence[-4000:],
    )
