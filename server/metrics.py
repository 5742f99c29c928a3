"""The figures for Prometheus, behind the token as all else: `authorization: {credentials: TOKEN}` in its config."""

from aiohttp import web

from server.handles import handles_of
from server.reading import reading

CONTENT_TYPE = "text/plain; version=1.0.0; charset=utf-8"


async def get_metrics(request: web.Request) -> web.Response:
    """Jobs by status, times of steps, tokens and cost, mailboxes, streams and restarts."""
    text = await reading(handles_of(request).metrics)
    return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE})
