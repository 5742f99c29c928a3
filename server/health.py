"""Whether the process lives, and whether it is ready to work."""

from aiohttp import web

from server.answers import Health, json_answer
from server.handles import handles_of


async def get_healthz(_: web.Request) -> web.Response:
    """The process lives."""
    return json_answer(Health())


async def get_readyz(request: web.Request) -> web.Response:
    """Every part is ready, or 503 with the reasons."""
    reasons = handles_of(request).readiness()
    return json_answer(Health(reasons=reasons), 503 if reasons else 200)
