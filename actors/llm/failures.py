"""What can go wrong with a model call, in words for people: passing or not, and what to do."""

import json
import re
from http import HTTPStatus
from urllib.parse import quote, quote_plus

import openai

from actors.llm.endpoint import Endpoint
from pipeline.failures import ErrorClass, ErrorContext
from pipeline.redaction import redacted as without_secrets

_SHORTEST_KEY = 5
"""What is shorter is a word that stands for no key (`none`), and stands in sentences too."""
_MOST_DETAIL = 2000
_MOST_MESSAGE = 400
_ASKED_AGAIN = "It is asked again by itself."
_CHECK_ADDRESS = f"{_ASKED_AGAIN} Check the network and OPENAI_BASE_URL if this goes on."
_WAITING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS}


class ModelFailureError(Exception):
    """A model call brought no answer; the class of its error says whether asking again may help."""

    def __init__(self, context: ErrorContext) -> None:
        super().__init__(context.message)
        self.context = context


def cut(endpoint: Endpoint, *, chunks: int) -> ModelFailureError:
    """The stream ended without a finish reason: the SDK ends normally, so it is looked for here."""
    what = "ended before it was finished" if chunks else "held no answer at all"
    return _passing("model.cut", f"The answer of {endpoint.provider} {what}.")


def too_long(endpoint: Endpoint, *, most: int) -> ModelFailureError:
    """An answer that goes on and on is cut before it fills the memory and the store."""
    message = f"The answer of {endpoint.provider} is longer than {most:,} characters."
    return _permanent("model.too-long", message, "Ask for less at a time, or choose another model; then resume.")


def understood(error: Exception, endpoint: Endpoint) -> ModelFailureError:
    """Whatever the SDK or the wire raised, as one of our failures; the key never gets into it."""
    failure = _understood(error, endpoint.provider)
    detail = redacted(f"{type(error).__name__}: {error}", endpoint.api_key)[:_MOST_DETAIL]
    message = redacted(failure.context.message, endpoint.api_key)[:_MOST_MESSAGE]
    said = {"detail": detail, "message": message, "provider": endpoint.provider}
    return ModelFailureError(failure.context.model_copy(update=said))


def redacted(text: str, key: str) -> str:
    """The text without the key, also as a JSON string, a `repr` or a URL has it, or anything that looks like one."""
    if len(key) >= _SHORTEST_KEY:
        for written in (key, json.dumps(key)[1:-1], repr(key)[1:-1], quote(key, safe=""), quote_plus(key)):
            text = text.replace(written, "[key]")
    return without_secrets(text)


def _understood(error: Exception, provider: str) -> ModelFailureError:
    match error:
        case ModelFailureError():
            return error
        case openai.APIStatusError():
            return _of_status(error, provider)
        case openai.APITimeoutError() | TimeoutError():
            return _late(error, provider)
        case openai.APIConnectionError():
            return _passing("model.unreachable", f"{provider} cannot be reached.", _CHECK_ADDRESS)
        case openai.APIError() | ValueError():
            return _passing("model.garbled", f"The answer of {provider} could not be read.")
    return _passing("model.failed", f"The call to {provider} failed.")


def _late(error: Exception, provider: str) -> ModelFailureError:
    """Which limit it was: the SDK has one error for connecting and reading; the deadline of the whole call is ours."""
    said = type(error.__cause__).__name__.lower()
    limit = "deadline" if isinstance(error, TimeoutError) else "connect" if "connect" in said else "read"
    message = f"{provider} could not be reached or did not answer in time."
    late = {"error_class": ErrorClass.TIMEOUT, "limit": limit}
    return ModelFailureError(_passing("model.timeout", message, _CHECK_ADDRESS).context.model_copy(update=late))


def _of_status(error: openai.APIStatusError, provider: str) -> ModelFailureError:
    status, wait_s = error.status_code, _retry_after_s(error)
    if status in _WAITING and "insufficient_quota" not in (error.code, error.type):
        asked = {"error_class": ErrorClass.RATE_LIMITED, "retry_after_s": wait_s}
        context = _passing("model.rate-limited", f"{provider} asks us to wait.").context
        return ModelFailureError(context.model_copy(update=asked))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        context = _passing("model.outage", f"{provider} has a problem of its own (status {status}).").context
        return ModelFailureError(context.model_copy(update={"retry_after_s": wait_s}))
    return _refused(error, provider)


def _refused(error: openai.APIStatusError, provider: str) -> ModelFailureError:
    said = _said(error)
    match error.status_code:
        case HTTPStatus.UNAUTHORIZED:
            advice = "Set OPENAI_API_KEY to a key of this server, start again and resume."
            return _permanent("model.bad-key", f"{provider} does not accept the key.", advice)
        case HTTPStatus.FORBIDDEN:
            advice = "Choose another model or key; then resume."
            message = f"{provider} refuses this key the model: {said}"
            return _permanent("model.forbidden", message, advice, ErrorClass.POLICY)
        case HTTPStatus.NOT_FOUND:
            advice = "Set BAZAAR_MODEL to one that it has; then resume."
            return _permanent("model.unknown", f"{provider} does not know the model: {said}", advice)
        case HTTPStatus.TOO_MANY_REQUESTS:
            message = f"{provider} says that the account has no credit left."
            advice = "Add credit, or use another key or server; then resume."
            return _permanent("model.no-credit", message, advice, ErrorClass.BUDGET)
    message = f"{provider} refused the request (status {error.status_code}): {said}"
    return _permanent("model.refused", message, "Change the message or the model; then resume.")


def _said(error: openai.APIStatusError) -> str:
    body = error.body if isinstance(error.body, dict) else {}
    return str(body.get("message") or error.message)


def _retry_after_s(error: openai.APIStatusError) -> float | None:
    value = error.response.headers.get("retry-after", "")
    return float(value) if re.fullmatch(r"\d+(\.\d+)?", value) else None


def _passing(code: str, message: str, advice: str = _ASKED_AGAIN) -> ModelFailureError:
    return ModelFailureError(ErrorContext(code=code, error_class=ErrorClass.TRANSIENT, message=message, advice=advice))


def _permanent(
    code: str, message: str, advice: str, error_class: ErrorClass = ErrorClass.INVALID_INPUT
) -> ModelFailureError:
    return ModelFailureError(
        ErrorContext(code=code, error_class=error_class, message=message, advice=advice, user_can_act=True)
    )
