"""Host and Origin are checked on every request, so that no other web page can drive this server."""

from aiohttp import web
from aiohttp.typedefs import Handler

from server.handles import handles_of
from server.problems import Problem

PREVIEW = "/preview/"
"""Below this path lies what the sandboxed frame loads: it has no origin and sends no cookie."""


@web.middleware
async def gate(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let in only who calls us by a name of ours, from a page of ours or from no page at all."""
    _check_host(request)
    _check_origin(request)
    return await handler(request)


def is_preview(request: web.Request) -> bool:
    """Whether this fetches a public file of the preview frame."""
    return request.method == "GET" and request.path.startswith(PREVIEW)


def _check_host(request: web.Request) -> None:
    hosts = request.headers.getall("Host", [])
    if len(hosts) != 1 or hosts[0].lower() not in handles_of(request).allowed_hosts:
        detail = "this server was called by a name that is not its own; open the printed address"
        raise Problem(403, "host.foreign", detail)


def _check_origin(request: web.Request) -> None:
    origins = request.headers.getall("Origin", [])
    ours = {f"http://{host}" for host in handles_of(request).allowed_hosts}
    if is_preview(request):
        ours.add("null")
    if any(origin.lower() not in ours for origin in origins):
        detail = "this request comes from another web page; only the pages of this server may call it"
        raise Problem(403, "origin.foreign", detail)
