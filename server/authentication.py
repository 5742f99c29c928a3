"""Who may come in: two doors, one before the console and one before all the rest, each with a token of its own."""

import base64
import hashlib
import html

from aiohttp import web
from aiohttp.typedefs import Handler

from server.door import Door, Session
from server.gate import is_preview
from server.handles import handles_of

CONSOLE = "/console"
OPEN_PATHS = frozenset({"/healthz", "/readyz", "/login", f"{CONSOLE}/login"})

_STYLE = (
    ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}"
    "body{display:grid;place-content:center;min-height:100vh;margin:0;padding:0 24px;box-sizing:border-box}"
    "h1{margin:0 0 8px;font-size:22px}p{margin:0}"
)
_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bazaar</title>
<style>{style}</style></head>
<body><main><h1>{title}</h1><p>{sentence}</p></main></body>
</html>
"""
_STYLE_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_DIGEST}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


@web.middleware
async def authentication(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse whoever has neither the token of this door nor the cookie made from it."""
    if request.path in OPEN_PATHS or is_preview(request):
        return await handler(request)
    problem = door_of(request).refusal(request, handles_of(request).clock())
    if problem is None:
        return await handler(request)
    if wants_page(request):
        return page(problem.status, "Not logged in", "Open the address that Bazaar printed when it started.")
    raise problem


def door_of(request: web.Request) -> Door:
    """The door before what answers this request: by its route, so that no way of writing a path leads around it."""
    resource = request.match_info.route.resource
    place = resource.canonical if resource else request.path
    if place == CONSOLE or place.startswith(f"{CONSOLE}/"):
        return Door(handles_of(request).operator_token, "operator", CONSOLE)
    return Door(handles_of(request).token, "session", "/")


def session_of(request: web.Request) -> Session:
    """The session of a request that was let in."""
    return door_of(request).session(request)


def wants_page(request: web.Request) -> bool:
    """Whether a person's browser asks for a page here, and not a program for data."""
    return request.method == "GET" and "text/html" in request.headers.get("Accept", "")


def page(status: int, title: str, sentence: str) -> web.Response:
    """A small plain page that says one thing."""
    text = _PAGE.format(style=_STYLE, title=html.escape(title), sentence=html.escape(sentence))
    headers = {"Content-Security-Policy": _POLICY}
    return web.Response(text=text, status=status, content_type="text/html", headers=headers)
