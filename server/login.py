"""The printed addresses: each carries a token once, and leaves a cookie in its place."""

from aiohttp import web

from server.authentication import CONSOLE, door_of, page, wants_page
from server.handles import handles_of
from server.problems import Problem


async def get_login(request: web.Request) -> web.StreamResponse:
    """Set the cookie and go on to `next`, or say that the token is not ours."""
    return _let_in(request, safe_path(request.query.get("next", "/")))


async def get_console_login(request: web.Request) -> web.StreamResponse:
    """The same for the operator, whose way leads to the console."""
    return _let_in(request, f"{CONSOLE}/")


def safe_path(path: str) -> str:
    """The path if it is one of ours, else the start page: never a way out to another server."""
    is_local = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_local and path.isascii() and path.isprintable() else "/"


def _let_in(request: web.Request, onwards: str) -> web.StreamResponse:
    door = door_of(request)
    if not door.opens_to(request.query.get("token", "")):
        return _refused(request)
    response = web.Response(status=303, headers={"Location": onwards})
    door.log_in(request, response, handles_of(request).clock())
    return response


def _refused(request: web.Request) -> web.Response:
    sentence = "The token in this address is not the one of this server. Open the address that it printed last."
    if wants_page(request):
        return page(401, "Not logged in", sentence)
    raise Problem(401, "token.wrong", sentence)
