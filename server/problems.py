"""Errors as problem details (RFC 9457): a stable code, a sentence for people, and a correlation id for the log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler

from pipeline.errors import ChangeRefusedError
from pipeline.value import Value
from server.correlation import correlation_in_hand
from server.handles import handles_of
from storage.errors import (
    DefinitionMismatchError,
    HistoryConflictError,
    NotFoundError,
    ProjectDeletedError,
    StoreUnavailableError,
)

logger = logging.getLogger(__name__)

RETRY = {"Retry-After": "1"}
MEDIA_TYPE = "application/problem+json"


class FieldProblem(Value):
    """What is wrong with one field of a request."""

    field: str
    message: str


class ProblemDetails(Value):
    """The body of every error."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    correlation: str
    fields: tuple[FieldProblem, ...] = ()


class Problem(Exception):  # noqa: N818 - it is what the caller did, not an error of ours
    """An answer that is an error: `detail` says in a sentence what was found and what to do."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        fields: tuple[FieldProblem, ...] = (),
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.fields = fields
        self.headers = headers or {}


@web.middleware
async def problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn whatever goes wrong behind into problem details; a traceback goes to the log and nowhere else."""
    try:
        return await handler(request)
    except Problem as problem:
        return answer(request, problem)
    except web.HTTPException as found:
        if found.status < HTTPStatus.BAD_REQUEST:
            raise
        return answer(request, _known(request, found))
    except StoreUnavailableError:
        logger.exception("the store cannot be read", extra={"path": request.path})
        return answer(request, unavailable())
    except DefinitionMismatchError:
        logger.exception("a row cannot be read", extra={"path": request.path})
        return answer(request, _unreadable())
    except Exception:
        correlation = correlation_in_hand() or handles_of(request).ids("request")
        logger.exception("a request failed", extra={"correlation": correlation, "path": request.path})
        return answer(request, _ours(correlation), correlation)


@contextmanager
def known(what: str) -> Iterator[None]:
    """An id that there is nothing of becomes a 404 that says of what; what is of a deleted project is a 410."""
    try:
        yield
    except ProjectDeletedError as error:
        raise Problem(410, "project.deleted", str(error)) from error
    except NotFoundError as error:
        raise Problem(404, f"{what}.unknown", str(error)) from error


@contextmanager
def fitting() -> Iterator[None]:
    """A change that does not fit the project is a 422; an undo that would discard another's change is a 409."""
    try:
        yield
    except ChangeRefusedError as error:
        raise Problem(422, "change.refused", str(error)) from error
    except HistoryConflictError as error:
        raise Problem(409, "history.conflict", str(error)) from error


def unavailable() -> Problem:
    """The store or an actor did not answer in time."""
    detail = "the store did not answer; repeating the request with the same Idempotency-Key is safe"
    return Problem(503, "store.unavailable", detail, headers=RETRY)


def answer(request: web.Request, problem: Problem, correlation: str | None = None) -> web.Response:
    """The response that tells of a problem."""
    details = ProblemDetails(
        title=HTTPStatus(problem.status).phrase,
        status=problem.status,
        detail=problem.detail,
        code=problem.code,
        correlation=correlation or correlation_in_hand() or handles_of(request).ids("request"),
        fields=problem.fields,
    )
    return web.Response(
        body=details.model_dump_json().encode(),
        status=problem.status,
        content_type=MEDIA_TYPE,
        headers=problem.headers,
    )


def _known(request: web.Request, found: web.HTTPException) -> Problem:
    match found:
        case web.HTTPNotFound():
            return Problem(404, "route.unknown", f"there is nothing at {request.path}; /api/openapi.json tells what is")
        case web.HTTPMethodNotAllowed():
            allowed = ", ".join(sorted(found.allowed_methods))
            detail = f"{request.path} does not take {request.method}; it takes {allowed}"
            return Problem(405, "method.not-allowed", detail, headers={"Allow": allowed})
        case web.HTTPRequestEntityTooLarge():
            limit_kb = request.client_max_size // 1024
            return Problem(413, "body.too-large", f"the body is larger than {limit_kb} KB; send less")
        case _:
            return Problem(found.status, f"http.{found.status}", found.text or found.reason)


def _unreadable() -> Problem:
    detail = "what is stored here cannot be read; the log tells what, and a backup may have it whole"
    return Problem(503, "store.unreadable", detail, headers=RETRY)


def _ours(correlation: str) -> Problem:
    return Problem(500, "internal", f"something went wrong on our side; the log tells what under {correlation}")
