"""How everything is: the books, the store, the models, the processes; and all of it in one file for who comes later."""

import json

from aiohttp import web

from server.console.asking import console_of
from server.console.discretion import without_secrets
from server.reading import reading

LONGEST_REASON = 500


async def get_health(request: web.Request) -> web.Response:
    """The books, the store, the models and the processes."""
    return web.json_response(await reading(console_of(request).health))


async def get_incident(request: web.Request) -> web.Response:
    """One file with all that is known, of a job or of all; the console opens it without a server."""
    console, reason = console_of(request), request.query.get("reason", "")[:LONGEST_REASON]
    told = without_secrets(await reading(console.incident, request.query.get("job"), reason))
    name = f"bazaar-incident-{int(float(str(told['at'])))}.json"
    body = json.dumps(told, ensure_ascii=False, indent=1).encode()
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=body, content_type="application/json", headers=headers)


ROUTES = (
    web.get("/console/api/health", get_health),
    web.get("/console/api/incident", get_incident),
)
