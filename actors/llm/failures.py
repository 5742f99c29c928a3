"""What can go wrong with a model call, in words for people; its class decides what follows."""

from typing import Any

from pipeline.failures import ErrorClass, ErrorContext
from pipeline.retry import is_passing

ASKED_AGAIN = "It is asked again by itself."
CHECK_ADDRESS = f"{ASKED_AGAIN} Check the network and OPENAI_BASE_URL if this goes on."
OUTAGES = frozenset(
    {"model.outage", "model.unreachable", "model.timeout", "model.cut", "model.garbled", "model.page", "model.failed"}
)
"""The server is not itself: counted by the circuit breaker."""
REFUSALS = frozenset(
    {
        "model.bad-key",
        "model.no-credit",
        "model.forbidden",
        "model.unknown",
        "model.declined",
        "model.context-too-long",
        "model.no-tools",
        "model.refused",
    }
)
"""This model will not, however often it is asked; another may."""


LONGEST_WAIT_S = 120.0
"""A job waits by itself for no longer, however it is asked to."""
_LATE = {
    "connect": "could not be reached in time",
    "read": "said nothing for too long",
    "deadline": "did not come to an end in time",
}


class ModelFailureError(Exception):
    """A model call brought no answer; the class of its error says whether asking again may help."""

    def __init__(self, context: ErrorContext) -> None:
        super().__init__(context.message)
        self.context = context

    @property
    def is_passing(self) -> bool:
        """Whether asking again may help."""
        return is_passing(self.context.error_class)

    @property
    def code(self) -> str:
        """Its stable name."""
        return self.context.code


def passing(
    code: str,
    message: str,
    advice: str = ASKED_AGAIN,
    error_class: ErrorClass = ErrorClass.TRANSIENT,
    **more: Any,  # noqa: ANN401 - fields of ErrorContext
) -> ModelFailureError:
    """It may help to ask again."""
    return ModelFailureError(ErrorContext(code=code, error_class=error_class, message=message, advice=advice, **more))


def permanent(
    code: str, message: str, advice: str, error_class: ErrorClass = ErrorClass.INVALID_INPUT
) -> ModelFailureError:
    """Only a person can help; the job can be resumed then."""
    return ModelFailureError(
        ErrorContext(code=code, error_class=error_class, message=message, advice=advice, user_can_act=True)
    )


def limited(provider: str, retry_after_s: float | None) -> ModelFailureError:
    """The server asks for fewer calls; where it asks for long, that is for a person to decide."""
    wait_s = retry_after_s or 0.0
    message = f"{provider} asks us to wait{f' {wait_s:,.0f} s' if wait_s >= 1 else ''}."
    is_long = wait_s > LONGEST_WAIT_S
    advice = "Resume later, or choose another model or server and resume." if is_long else ASKED_AGAIN
    rate = ErrorClass.RATE_LIMITED
    return passing("model.rate-limited", message, advice, rate, retry_after_s=retry_after_s, user_can_act=is_long)


def late(provider: str, limit: str) -> ModelFailureError:
    """A time limit was passed: `connect`, `read` (nothing came for so long) or `deadline` (of the whole call)."""
    message = f"{provider} {_LATE[limit]}."
    return passing("model.timeout", message, CHECK_ADDRESS, ErrorClass.TIMEOUT, limit=limit)


def cut(provider: str, *, payloads: int) -> ModelFailureError:
    """The stream ended without a finish reason: the SDK ends normally, so it is looked for here."""
    what = "ended before it was finished" if payloads else "held no answer at all"
    return passing("model.cut", f"The answer of {provider} {what}.")


def too_long(provider: str, *, most: int) -> ModelFailureError:
    """An answer that goes on and on is cut before it fills the memory and the store."""
    message = f"The answer of {provider} is longer than {most:,} characters."
    return permanent("model.too-long", message, "Ask for less at a time, or choose another model; then resume.")


def page(provider: str) -> ModelFailureError:
    """A page for people came where an answer should."""
    message = f"{provider} sent a web page instead of an answer."
    return passing("model.page", message, f"{CHECK_ADDRESS} The address of an API often ends in /v1.")


def declined(provider: str) -> ModelFailureError:
    """The vendor's filter stopped the answer."""
    message = f"{provider} declined to answer this request (its content filter)."
    advice = "Say it differently, or choose another model; then resume."
    return permanent("model.declined", message, advice, ErrorClass.POLICY)


def paused(provider: str, *, for_s: float) -> ModelFailureError:
    """The circuit is open: the server failed so often that it is left alone for a while."""
    message = f"{provider} has failed several times in a row and is left alone for a moment."
    return passing("model.circuit-open", message, retry_after_s=for_s)


def crowded(provider: str) -> ModelFailureError:
    """So many calls are under way that this one did not come to its turn."""
    message = f"So many calls to {provider} are under way that this one did not get its turn."
    return passing("model.crowded", message, f"{ASKED_AGAIN} BAZAAR_MODEL_CALLS_AT_ONCE says how many may be.")
