"""A token and what it opens: sent as Bearer, or as the cookie that the printed address sets in a browser."""

import hashlib
import hmac
from dataclasses import dataclass, field

from aiohttp import web

from server.problems import Problem

COOKIE_LIFE_S = 30 * 24 * 3600


@dataclass(frozen=True)
class Session:
    """Who is in: a name that tells sessions apart and nobody else anything, and when it ends, None for never."""

    name: str
    ends_at: float | None


@dataclass(frozen=True)
class Door:
    """All below `path` is behind it; `name` tells its cookies from those of other doors."""

    token: str = field(repr=False)
    name: str
    path: str

    def session(self, request: web.Request) -> Session:
        """The session of a request that was let in."""
        if _bearer(request) is not None:
            return Session("bearer", None)
        ends_at, _, mark = request.cookies.get(self._cookie_name(request), "").partition(".")
        return Session(mark, float(ends_at))

    def refusal(self, request: web.Request, now: float) -> Problem | None:
        """Why this request is not let in, or None."""
        bearer = _bearer(request)
        if bearer is not None:
            return None if self.opens_to(bearer) else _wrong("the token")
        cookie = request.cookies.get(self._cookie_name(request))
        if cookie is not None:
            return None if self._is_good(cookie, now) else _wrong("the cookie")
        detail = "no token was sent; send it as 'Authorization: Bearer TOKEN', or open the printed address in a browser"
        return Problem(401, "token.missing", detail, headers={"WWW-Authenticate": "Bearer"})

    def opens_to(self, given: str) -> bool:
        """Whether this is the token."""
        return _same(given, self.token)

    def log_in(self, request: web.Request, response: web.StreamResponse, now: float) -> None:
        """Give the browser the cookie that stands for the token."""
        response.set_cookie(
            self._cookie_name(request),
            self._cookie(int(now) + COOKIE_LIFE_S),
            max_age=COOKIE_LIFE_S,
            path=self.path,
            httponly=True,
            samesite="Strict",
        )

    def _cookie_name(self, request: web.Request) -> str:
        """Cookies ignore ports, so the port is in the name: two servers on one machine do not log each other out."""
        return f"bazaar_{self.name}_{request.url.port}"

    def _cookie(self, ends_at: int) -> str:
        """What it holds: until when it is good, and a mark of use here alone, with no way back to the token."""
        mark = hmac.new(self.token.encode(), f"bazaar {self.name} {ends_at}".encode(), hashlib.sha256)
        return f"{ends_at}.{mark.hexdigest()}"

    def _is_good(self, cookie: str, now: float) -> bool:
        ends_at = cookie.partition(".")[0]
        is_ours = ends_at.isascii() and ends_at.isdigit() and _same(cookie, self._cookie(int(ends_at)))
        return is_ours and now < int(ends_at)


def _same(given: str, secret: str) -> bool:
    """Compare in a time that tells nothing of the secret."""
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode())


def _wrong(what: str) -> Problem:
    detail = f"{what} is not the one of this server; open the printed address again"
    return Problem(401, "token.wrong", detail, headers={"WWW-Authenticate": "Bearer"})


def _bearer(request: web.Request) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None
