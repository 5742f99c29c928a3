"""How a performer says that it met a fault of its own."""

from actors.messages import AttemptFailed, Perform
from actors.runtime.places import traceback_of
from pipeline.failures import ErrorClass, ErrorContext
from storage.errors import MissingArtifactError


def missing(error: MissingArtifactError) -> ErrorContext:
    """A part of what is stored lies in a file that is not there; it may be put back."""
    return ErrorContext(
        code=error.code,
        error_class=ErrorClass.STORE_UNAVAILABLE,
        message="A part of what is stored of this job is gone from the disk.",
        advice="Put the file back from a backup and resume, or begin the step anew that made it.",
        detail=str(error),
    )


def unable(work: Perform, error: Exception) -> AttemptFailed:
    """The attempt met a fault that is not the work's own: worth another try, after a while."""
    if isinstance(error, MissingArtifactError):
        where = {"step": work.key.step, "attempt": work.attempt}
        return AttemptFailed(work.job, work.epoch, work.key, work.attempt, missing(error).model_copy(update=where))
    context = ErrorContext(
        code="worker.failed",
        error_class=ErrorClass.TRANSIENT,
        message=f"The worker of step {work.key.step} met a fault of its own.",
        advice="It is tried again by itself. If it goes on, run doctor and look into the console.",
        step=work.key.step,
        attempt=work.attempt,
        detail=f"{type(error).__name__}: {error}",
        stderr=getattr(error, "stderr", ""),
        traceback=traceback_of(error),
    )
    return AttemptFailed(work.job, work.epoch, work.key, work.attempt, context)
