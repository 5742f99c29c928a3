"""Why an attempt or a job failed: its class, which decides what follows, and its context, for people and machines."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from pipeline.findings import Finding
from pipeline.ids import Sha256
from pipeline.redaction import redacted
from pipeline.value import Value

_MOST_SAID = 1_000
_MOST_KEPT = 4_000


class ErrorClass(StrEnum):
    """What kind of failure it is; a code says more exactly what. `pipeline.retry` says which are tried again."""

    TRANSIENT = "transient"
    RATE_LIMITED = "rate-limited"
    TIMEOUT = "timeout"
    WORKER_CRASHED = "worker-crashed"
    STORE_UNAVAILABLE = "store-unavailable"
    INVALID_INPUT = "invalid-input"
    POLICY = "policy"
    BUDGET = "budget"
    BUILD_REJECTED = "build-rejected"
    VALIDATION_REJECTED = "validation-rejected"
    CANCELLED = "cancelled"
    STALE_OWNER = "stale-owner"
    CRASH_LOOP = "crash-loop"
    DEFINITION_MISMATCH = "definition-mismatch"
    INTERNAL = "internal"


def _said(text: str) -> str:
    return redacted(text)[:_MOST_SAID]


def _tail(text: str) -> str:
    return redacted(text)[-_MOST_KEPT:]


Said = Annotated[str, AfterValidator(_said)]
"""A sentence for people, without secrets."""

Tail = Annotated[str, AfterValidator(_tail)]
"""The end of what a machine said, without secrets."""


class ErrorContext(Value):
    """Why a job or an attempt of it failed. Each attempt keeps its own; no secret gets into one.

    `limit` names the time limit that was passed, `provider` the model server, `transcript` the artifact with the
    conversation with it. `stderr` and `traceback` are for whoever maintains Bazaar, and are not told to the editor.
    """

    code: str
    error_class: ErrorClass = ErrorClass.INTERNAL
    message: Said
    advice: str = ""
    user_can_act: bool = False
    step: str | None = None
    attempt: int | None = None
    findings: tuple[Finding, ...] = ()
    detail: Tail = ""
    limit: str | None = None
    retry_after_s: float | None = None
    provider: str | None = None
    transcript: Sha256 | None = None
    stderr: Tail = ""
    traceback: Tail = ""

    def told(self) -> "ErrorContext":
        """What the editor is told of it."""
        return self.model_copy(update={"stderr": "", "traceback": ""})
