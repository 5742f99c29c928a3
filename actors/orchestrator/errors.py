"""How what goes wrong around a flow is said to people."""

from actors.runtime.places import traceback_of
from actors.unable import missing
from pipeline.errors import FlowError
from pipeline.failures import ErrorClass, ErrorContext
from pipeline.replay import Key
from storage.errors import DefinitionMismatchError, MissingArtifactError, StoreUnavailableError


def context_of(error: Exception) -> ErrorContext:
    """What a job ended with: its flow's own context, what is stored and cannot be read, or a bug of ours."""
    if isinstance(error, FlowError):
        return error.context
    if isinstance(error, MissingArtifactError):
        return missing(error)
    if isinstance(error, DefinitionMismatchError):
        return mismatched(error)
    if isinstance(error, StoreUnavailableError):
        return unavailable(error)
    return internal(error)


def mismatched(error: DefinitionMismatchError) -> ErrorContext:
    """What is stored was written by another version."""
    return ErrorContext(
        code="definition-mismatch",
        error_class=ErrorClass.DEFINITION_MISMATCH,
        message="What is stored of this job does not fit this version of Bazaar.",
        advice="Go back to the version that wrote it and resume there, or send the message anew.",
        detail=str(error),
    )


def unavailable(error: StoreUnavailableError) -> ErrorContext:
    """The database does not answer."""
    return ErrorContext(
        code="store.unavailable",
        error_class=ErrorClass.STORE_UNAVAILABLE,
        message="What is stored cannot be read or written now; nothing acknowledged is lost.",
        advice="See that the disk has room and works. It goes on by itself then.",
        detail=str(error),
    )


def internal(error: BaseException) -> ErrorContext:
    """A bug: nothing the person did."""
    return ErrorContext(
        code="internal",
        message="Something went wrong inside Bazaar; your work up to here is kept.",
        advice="Resume to try again. If it comes back, look into the console.",
        detail=f"{type(error).__name__}: {error}",
        traceback=traceback_of(error),
    )


def crashed(key: Key, attempt: int, evidence: str) -> ErrorContext:
    """The worker died with this step in hand."""
    return ErrorContext(
        code="worker.crashed",
        error_class=ErrorClass.WORKER_CRASHED,
        message=f"The worker of step {key.step} crashed.",
        advice="It is tried again by itself.",
        step=key.step,
        attempt=attempt,
        traceback=evidence,
    )


def crash_loop(crash: ErrorContext, times: int) -> ErrorContext:
    """The worker has died too often on one step without progress; its last words are kept."""
    return crash.model_copy(
        update={
            "code": "worker.crash-loop",
            "error_class": ErrorClass.CRASH_LOOP,
            "message": f"The worker of step {crash.step} crashed {times} times in a row.",
            "advice": "Resume to try again, or change the message and send it anew.",
        }
    )


def cancelled(key: Key, attempt: int) -> ErrorContext:
    """A person stopped the job while this attempt was under way."""
    return ErrorContext(
        code="job.cancelled",
        error_class=ErrorClass.CANCELLED,
        message=f"Step {key.step} was stopped with its job.",
        advice="Resume to do it again.",
        user_can_act=True,
        step=key.step,
        attempt=attempt,
    )
