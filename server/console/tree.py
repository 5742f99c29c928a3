"""The tree: everything now, and the orders that a person may give, each with a reason."""

from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web
from pydantic import Field

from server.console.asking import Reasoned, audited, console_of
from server.problems import Problem
from server.reading import reading
from server.requests import read


class Cancellation(Reasoned):
    """Which message is taken back."""

    seq: int = Field(ge=1)


class Resizing(Reasoned):
    """How many members a pool is to have."""

    instances: int = Field(ge=1, le=64)


async def get_snapshot(request: web.Request) -> web.Response:
    """Everything now."""
    return web.json_response(await reading(console_of(request).snapshot))


async def post_order(request: web.Request) -> web.Response:
    """Give an order; it is done soon, and the log tells of it."""
    order, child = request.match_info["order"], request.match_info["child"]
    asked = await read(request, Reasoned)
    with audited(request, order, child, asked), _fitting():
        console_of(request).overview.order(order, child, asked.reason)
    return web.json_response({}, status=202)


async def post_cancel(request: web.Request) -> web.Response:
    """Take one message back."""
    child, asked = request.match_info["child"], await read(request, Cancellation)
    with audited(request, f"cancel message {asked.seq}", child, asked), _fitting():
        console_of(request).overview.cancel(child, asked.seq, asked.reason)
    return web.json_response({}, status=202)


async def post_resize(request: web.Request) -> web.Response:
    """Give a pool more or fewer members."""
    child, asked = request.match_info["child"], await read(request, Resizing)
    with audited(request, f"resize to {asked.instances}", child, asked), _fitting():
        console_of(request).overview.resize(child, asked.instances, asked.reason)
    return web.json_response({}, status=202)


async def post_start(request: web.Request) -> web.Response:
    """Start the tree again after it was given up; answered once it stands."""
    console, asked = console_of(request), await read(request, Reasoned)
    with audited(request, "start", "tree", asked):
        if console.overview.up:
            raise Problem(409, "tree.up", "the tree is up; restart single actors, or wait until it gives up")
        await reading(console.overview.start_again)
    return web.json_response(await reading(console.snapshot))


@contextmanager
def _fitting() -> Iterator[None]:
    """What the tree refuses is said in its own words."""
    try:
        yield
    except ValueError as error:
        is_order = "is not an order" in str(error)
        raise Problem(422 if is_order else 404, "order.unknown" if is_order else "actor.unknown", str(error)) from error


ROUTES = (
    web.get("/console/api/snapshot", get_snapshot),
    web.post("/console/api/tree/start", post_start),
    web.post("/console/api/actors/{child}/cancel", post_cancel),
    web.post("/console/api/actors/{child}/resize", post_resize),
    web.post("/console/api/actors/{child}/{order}", post_order),
)
