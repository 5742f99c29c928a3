"""Who may come in: a Bearer token, or the cookie that the printed address sets."""

import base64
import hashlib
import hmac
import html
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler

from server.gate import is_preview
from server.handles import handles_of
from server.problems import Problem

OPEN_PATHS = frozenset({"/healthz", "/readyz", "/login"})
COOKIE_LIFE_S = 30 * 24 * 3600

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


@dataclass(frozen=True)
class Session:
    """Who is in: a name that tells sessions apart and nobody else anything, and when it ends, None for never."""

    name: str
    ends_at: float | None


def session_of(request: web.Request) -> Session:
    """The session of a request that was let in."""
    if _bearer(request) is not None:
        return Session("bearer", None)
    ends_at, _, mark = request.cookies.get(_cookie_name(request), "").partition(".")
    return Session(mark, float(ends_at))


@web.middleware
async def authentication(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse whoever has neither the token nor the cookie made from it."""
    if request.path in OPEN_PATHS or is_preview(request):
        return await handler(request)
    problem = _refusal(request)
    if problem is None:
        return await handler(request)
    if wants_page(request):
        return page(problem.status, "Not logged in", "Open the address that Bazaar printed when it started.")
    raise problem


def same(given: str, secret: str) -> bool:
    """Compare in a time that tells nothing of the secret."""
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode())


def log_in(request: web.Request, response: web.StreamResponse) -> None:
    """Give the browser the cookie that stands for the token."""
    handles = handles_of(request)
    response.set_cookie(
        _cookie_name(request),
        _cookie(handles.token, int(handles.clock()) + COOKIE_LIFE_S),
        max_age=COOKIE_LIFE_S,
        path="/",
        httponly=True,
        samesite="Strict",
    )


def wants_page(request: web.Request) -> bool:
    """Whether a person's browser asks for a page here, and not a program for data."""
    return request.method == "GET" and "text/html" in request.headers.get("Accept", "")


def page(status: int, title: str, sentence: str) -> web.Response:
    """A small plain page that says one thing."""
    text = _PAGE.format(style=_STYLE, title=html.escape(title), sentence=html.escape(sentence))
    headers = {"Content-Security-Policy": _POLICY}
    return web.Response(text=text, status=status, content_type="text/html", headers=headers)


def _refusal(request: web.Request) -> Problem | None:
    token = handles_of(request).token
    bearer = _bearer(request)
    if bearer is not None:
        return None if same(bearer, token) else _wrong("the token")
    cookie = request.cookies.get(_cookie_name(request))
    if cookie is not None:
        return None if _is_good(cookie, token, handles_of(request).clock()) else _wrong("the cookie")
    detail = "no token was sent; send it as 'Authorization: Bearer TOKEN', or open the printed address in a browser"
    return Problem(401, "token.missing", detail, headers={"WWW-Authenticate": "Bearer"})


def _wrong(what: str) -> Problem:
    detail = f"{what} is not the one of this server; open the printed address again"
    return Problem(401, "token.wrong", detail, headers={"WWW-Authenticate": "Bearer"})


def _bearer(request: web.Request) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _cookie_name(request: web.Request) -> str:
    """Cookies ignore ports, so the port is in the name: two servers on one machine do not log each other out."""
    return f"bazaar_session_{request.url.port}"


def _cookie(token: str, ends_at: int) -> str:
    """What the cookie holds: until when it is good, and a mark of use here alone, with no way back to the token."""
    mark = hmac.new(token.encode(), f"bazaar session {ends_at}".encode(), hashlib.sha256)
    return f"{ends_at}.{mark.hexdigest()}"


def _is_good(cookie: str, token: str, now: float) -> bool:
    ends_at = cookie.partition(".")[0]
    is_ours = ends_at.isascii() and ends_at.isdigit() and same(cookie, _cookie(token, int(ends_at)))
    return is_ours and now < int(ends_at)
