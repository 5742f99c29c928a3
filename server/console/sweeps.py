"""The crash-point sweep: a recorded job dies at each of its points, and is looked at afterwards."""

from aiohttp import web
from pydantic import Field

from server.console.asking import Reasoned, audited, console_of
from server.problems import Problem
from server.requests import read


class NewSweep(Reasoned):
    """At how many points, spread evenly."""

    times: int = Field(default=10, ge=1, le=200)


async def post_sweep(request: web.Request) -> web.Response:
    """Begin a sweep, in a process of its own."""
    asked = await read(request, NewSweep)
    with audited(request, "sweep", f"{asked.times} points", asked):
        try:
            told = console_of(request).sweeps.begin(asked.times)
        except ValueError as error:
            raise Problem(409, "sweep.running", str(error)) from error
    return web.json_response(told, status=202)


async def get_sweep(request: web.Request) -> web.Response:
    """How far it is, and its survival table once it is done."""
    try:
        return web.json_response(console_of(request).sweeps.shown(request.match_info["sweep"]))
    except KeyError as error:
        raise Problem(404, "sweep.unknown", f"there is no sweep {error.args[0]}") from error


ROUTES = (web.post("/console/api/sweeps", post_sweep), web.get("/console/api/sweeps/{sweep}", get_sweep))
