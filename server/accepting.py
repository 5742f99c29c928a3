"""While the process stops no command is taken: it is refused before anything of it is done."""

from functools import wraps

from aiohttp import web
from aiohttp.typedefs import Handler

from server.handles import handles_of
from server.problems import Problem


def accepting(handler: Handler) -> Handler:
    """The handler, as long as commands are taken."""

    @wraps(handler)
    async def guarded(request: web.Request) -> web.StreamResponse:
        if not handles_of(request).accepts():
            detail = "Bazaar is stopping; send this again, under the same Idempotency-Key, when it is back"
            raise Problem(503, "server.stopping", detail, headers={"Retry-After": "5"})
        return await handler(request)

    return guarded
