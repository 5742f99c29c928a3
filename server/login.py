"""The printed address: it carries the token once, and leaves a cookie in its place."""

from aiohttp import web

from server.authentication import log_in, page, same, wants_page
from server.handles import handles_of
from server.problems import Problem


async def get_login(request: web.Request) -> web.StreamResponse:
    """Set the cookie and go on to `next`, or say that the token is not ours."""
    if not same(request.query.get("token", ""), handles_of(request).token):
        return _refused(request)
    response = web.Response(status=303, headers={"Location": safe_path(request.query.get("next", "/"))})
    log_in(request, response)
    return response


def safe_path(path: str) -> str:
    """The path if it is one of ours, else the start page: never a way out to another server."""
    is_local = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_local and path.isascii() and path.isprintable() else "/"


def _refused(request: web.Request) -> web.Response:
    sentence = "The token in this address is not the one of this server. Open the address that it printed last."
    if wants_page(request):
        return page(401, "Not logged in", sentence)
    raise Problem(401, "token.wrong", sentence)
