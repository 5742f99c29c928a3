"""The correlation id of the request in hand: in its answer, in every log line it leads to, in its caller's trace.

A caller that is traced (`traceparent`, W3C Trace Context) is answered under its own trace id.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from aiohttp import web
from aiohttp.typedefs import Handler

from server.handles import handles_of

HEADER = "X-Correlation-Id"

_TRACE = re.compile(r"00-(?P<trace>(?!0{32})[0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")
_IN_HAND: ContextVar[str | None] = ContextVar("correlation", default=None)


@web.middleware
async def correlated(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Give the request its id."""
    traced = _TRACE.fullmatch(request.headers.get("traceparent", ""))
    correlation = traced["trace"] if traced else handles_of(request).ids("request")
    with in_correlation(correlation):
        response = await handler(request)
    if not response.prepared:
        response.headers[HEADER] = correlation
    return response


async def tell_correlation(_: web.Request, response: web.StreamResponse) -> None:
    """Let an answer that its handler begins by itself, as a stream does, say it too."""
    if correlation := _IN_HAND.get():
        response.headers[HEADER] = correlation


@contextmanager
def in_correlation(correlation: str) -> Iterator[None]:
    """What is done in this block is done under that id."""
    token = _IN_HAND.set(correlation)
    try:
        yield
    finally:
        _IN_HAND.reset(token)


def correlation_in_hand() -> str | None:
    """The id of the request that this is done for, if it is done for one."""
    return _IN_HAND.get()
