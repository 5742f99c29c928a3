"""Whatever the SDK, the wire or the server raised, as one of our failures. No key ever gets through."""

from http import HTTPStatus

import aiohttp
import httpx2
import openai

from actors.llm import failures
from actors.llm.endpoint import Endpoint
from actors.llm.failures import CHECK_ADDRESS, ModelFailureError, passing, permanent
from actors.llm.redaction import redacted
from actors.llm.said import StreamError
from actors.llm.waits import retry_after_s
from pipeline.failures import ErrorClass

_MOST_DETAIL = 2000
_MOST_MESSAGE = 400
_WAITING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}
_NO_CREDIT = {"insufficient_quota", "billing_hard_limit_reached", "insufficient_credits", "billing_not_active"}
_LIMITS = {"rate_limit_exceeded", "rate_limit_error", "rate_limit", "too_many_requests", "429"}
_DECLINED = {"content_filter", "content_policy_violation", "moderation_blocked"}
_TOO_LONG = ("context length", "context_length", "context window", "maximum context", "too many tokens", "too long")
_NO_TOOLS = ("does not support tools", "tool choice requires", "tools are not supported")


def understood(error: Exception, endpoint: Endpoint) -> ModelFailureError:
    """The failure, in our words and without the key."""
    failure = _understood(error, endpoint.provider)
    detail = redacted(f"{type(error).__name__}: {error}", endpoint.api_key)[:_MOST_DETAIL]
    message = redacted(failure.context.message, endpoint.api_key)[:_MOST_MESSAGE]
    said = {"detail": detail, "message": message, "provider": endpoint.provider}
    return ModelFailureError(failure.context.model_copy(update=said))


def _understood(error: Exception, provider: str) -> ModelFailureError:  # noqa: PLR0911  # one line per kind of error
    match error:
        case ModelFailureError():
            return error
        case openai.APIStatusError():
            return _of_status(error, provider)
        case StreamError():
            return _of_stream(error, provider)
        case openai.APITimeoutError() | httpx2.TimeoutException() | TimeoutError():
            return failures.late(provider, _limit_of(error))
        case openai.APIConnectionError() | httpx2.ConnectError():
            return passing("model.unreachable", f"{provider} cannot be reached.", CHECK_ADDRESS)
        case httpx2.TransportError() | aiohttp.ClientError() | ConnectionError():
            return failures.cut(provider, payloads=1)
        case openai.APIError() | httpx2.HTTPError() | ValueError():
            return passing("model.garbled", f"The answer of {provider} could not be read.")
    return passing("model.failed", f"The call to {provider} failed.")


def _of_status(error: openai.APIStatusError, provider: str) -> ModelFailureError:
    status, codes = error.status_code, _codes(error)
    if status == HTTPStatus.PAYMENT_REQUIRED or codes & _NO_CREDIT:
        return _without_credit(provider)
    if status in _WAITING:
        return failures.limited(provider, retry_after_s(error.response.headers))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        message = f"{provider} has a problem of its own (status {status})."
        return passing("model.outage", message, retry_after_s=retry_after_s(error.response.headers))
    return _refused(status, codes, _said(error), provider)


def _of_stream(error: StreamError, provider: str) -> ModelFailureError:
    """An error that was told where the answer should have gone on: it has no status, only its own names."""
    codes, said = set(error.codes), str(error)
    if codes & _NO_CREDIT:
        return _without_credit(provider)
    if codes & _LIMITS:
        return failures.limited(provider, None)
    if codes & _DECLINED or _is_about(said, _TOO_LONG):
        return _refused(HTTPStatus.BAD_REQUEST, codes, said, provider)
    return passing("model.outage", f"{provider} broke off its answer: {said}")


def _refused(status: int, codes: set[str], said: str, provider: str) -> ModelFailureError:
    if status == HTTPStatus.UNAUTHORIZED:
        advice = "Set OPENAI_API_KEY to a key of this server, start again and resume."
        return permanent("model.bad-key", f"{provider} does not accept the key.", advice)
    if codes & _DECLINED:
        return failures.declined(provider)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or _is_about(f"{codes} {said}", _TOO_LONG):
        message = f"The conversation is longer than the model of {provider} can take: {said}"
        advice = "Start a new project or a shorter message, or choose a model with a longer context; then resume."
        return permanent("model.context-too-long", message, advice)
    if _is_about(said, _NO_TOOLS):
        advice = "Set BAZAAR_MODEL to one that can call tools; then resume."
        return permanent("model.no-tools", f"This model of {provider} cannot call tools: {said}", advice)
    return _refused_by_status(status, said, provider)


def _refused_by_status(status: int, said: str, provider: str) -> ModelFailureError:
    match status:
        case HTTPStatus.FORBIDDEN:
            advice = "Choose another model or key; then resume."
            message = f"{provider} refuses this key the model: {said}"
            return permanent("model.forbidden", message, advice, ErrorClass.POLICY)
        case HTTPStatus.NOT_FOUND:
            advice = "Set BAZAAR_MODEL to one that it has; then resume."
            return permanent("model.unknown", f"{provider} does not know the model: {said}", advice)
    message = f"{provider} refused the request (status {status}): {said}"
    return permanent("model.refused", message, "Change the message or the model; then resume.")


def _without_credit(provider: str) -> ModelFailureError:
    message = f"{provider} says that the account has no credit left."
    advice = "Add credit, or use another key or server; then resume."
    return permanent("model.no-credit", message, advice, ErrorClass.BUDGET)


def _limit_of(error: Exception) -> str:
    """Which limit it was: connecting and reading have errors of their own below; the deadline of the whole is ours."""
    if isinstance(error, TimeoutError):
        return "deadline"
    kinds = f"{type(error).__name__} {type(error.__cause__).__name__}".lower()
    return "connect" if "connect" in kinds else "read"


def _codes(error: openai.APIStatusError) -> set[str]:
    return {str(code).lower() for code in (error.code, error.type) if code}


def _said(error: openai.APIStatusError) -> str:
    body = error.body if isinstance(error.body, dict) else {}
    return str(body.get("message") or error.message)


def _is_about(said: str, words: tuple[str, ...]) -> bool:
    return any(word in said.lower() for word in words)
