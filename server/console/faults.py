"""Faults on purpose: which there are, which are on, and what each has hit."""

from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web
from pydantic import Field

from server.console.asking import Reasoned, audited, console_of
from server.problems import Problem
from server.reading import reading
from server.requests import read


class NewFault(Reasoned):
    """A fault, what it is for, and how long it may be on."""

    kind: str
    message: str | None = Field(default=None, max_length=100)
    step: str | None = Field(default=None, max_length=40)
    actor: str | None = Field(default=None, max_length=100)
    nth: int | None = Field(default=None, ge=1)
    probability: float = Field(default=1.0, gt=0, le=1)
    seconds: float = Field(default=30.0, gt=0, le=600)
    delay_s: float | None = Field(default=None, gt=0, le=60)


async def get_faults(request: web.Request) -> web.Response:
    """The kinds, and the faults that are on or were."""
    desk = console_of(request).faults
    return web.json_response({"kinds": desk.kinds(), "on": await reading(desk.on), "past": await reading(desk.past)})


async def post_fault(request: web.Request) -> web.Response:
    """Put a fault on; it is off by itself."""
    asked = await read(request, NewFault)
    with (
        audited(request, f"inject {asked.kind}", asked.actor or asked.step or asked.message or "any", asked),
        _fitting(),
    ):
        wanted = asked.model_dump(exclude={"reason"})
        told = await reading(console_of(request).faults.begin, wanted, asked.reason)
    return web.json_response(told, status=201)


async def get_fault(request: web.Request) -> web.Response:
    """One fault and its blast radius."""
    with _fitting():
        return web.json_response(await reading(console_of(request).faults.shown, request.match_info["fault"]))


async def post_end(request: web.Request) -> web.Response:
    """Put a fault off."""
    fault, asked = request.match_info["fault"], await read(request, Reasoned)
    with audited(request, "end fault", fault, asked), _fitting():
        return web.json_response(await reading(console_of(request).faults.end, fault))


async def post_control(request: web.Request) -> web.Response:
    """Have the videos that a fault touched made again without it, and compared; the outcome is in its blast radius."""
    fault, asked = request.match_info["fault"], await read(request, Reasoned)
    desk = console_of(request).faults
    with audited(request, "control run", fault, asked), _fitting():
        try:
            desk.compare(fault)
        except LookupError as error:
            if isinstance(error, KeyError):
                raise
            raise Problem(409, "control.no-demo", str(error)) from error
    return web.json_response({}, status=202)


@contextmanager
def _fitting() -> Iterator[None]:
    try:
        yield
    except KeyError as error:
        raise Problem(404, "fault.unknown", f"there is no fault {error.args[0]}") from error
    except ValueError as error:
        raise Problem(422, "fault.unfit", str(error)) from error


ROUTES = (
    web.get("/console/api/faults", get_faults),
    web.post("/console/api/faults", post_fault),
    web.get("/console/api/faults/{fault}", get_fault),
    web.post("/console/api/faults/{fault}/end", post_end),
    web.post("/console/api/faults/{fault}/control", post_control),
)
