"""Dead letters: what nobody handled, sent again as it was or edited, or let go of; one or many, with a dry run."""

from collections.abc import Callable, Mapping
from functools import partial

from aiohttp import web
from pydantic import Field, JsonValue

from pipeline.value import Value
from server.console.asking import Reasoned, audited, console_of
from server.console.console import Console, Json
from server.console.discretion import without_secrets
from server.console.jobs import limit_of
from server.problems import Problem
from server.requests import read

FILTERS = ("reason", "address", "sender", "label", "job", "text")


class Which(Value):
    """Letters by what they are."""

    reason: str | None = None
    address: str | None = None
    sender: str | None = None
    label: str | None = None
    job: str | None = None
    text: str | None = None


class Chosen(Reasoned):
    """Letters by their numbers, or by a filter."""

    numbers: tuple[int, ...] | None = None
    filter: Which | None = None
    dry_run: bool = Field(default=False, description="only say which")


class Replay(Chosen):
    """Send them again; `changes` are fields of the message with their new values."""

    changes: dict[str, JsonValue] | None = None


async def get_letters(request: web.Request) -> web.Response:
    """The letters that fit, the newest first; those of earlier lives of the process can only be read."""
    asked = {name: value for name in FILTERS if (value := request.query.get(name))}
    found = [letter for letter in console_of(request).letters() if _fits(letter, asked)]
    shown = [without_secrets(letter) for letter in found[: limit_of(request, 200)]]
    return web.json_response({"letters": shown, "matched": len(found)})


async def post_replay(request: web.Request) -> web.Response:
    """Send letters again."""
    asked, console = await read(request, Replay), console_of(request)
    return _done(request, "replay", asked, partial(_replay, console, asked.changes))


async def post_discard(request: web.Request) -> web.Response:
    """Let go of letters."""
    asked, console = await read(request, Chosen), console_of(request)
    return _done(request, "discard", asked, console.overview.discard)


def _replay(console: Console, changes: Mapping[str, object] | None, number: int) -> None:
    console.overview.replay(number, changes)


def _done(request: web.Request, action: str, asked: Chosen, act: Callable[[int], None]) -> web.Response:
    if (asked.numbers is None) == (asked.filter is None):
        raise Problem(422, "request.invalid", "name the letters by numbers, or by a filter, and not by both")
    numbers = _numbers(console_of(request), asked)
    told: Json = {"matched": len(numbers), "numbers": list(numbers), "done": 0, "refused": []}
    if not asked.dry_run:
        with audited(request, f"{action} {len(numbers)} letters", ", ".join(map(str, numbers[:10])), asked):
            refused = [one for number in numbers if (one := _refused(act, number))]
        told |= {"done": len(numbers) - len(refused), "refused": list(refused)}
    return web.json_response(told)


def _numbers(console: Console, asked: Chosen) -> list[int]:
    """Those that can be sent again, the oldest first, as they were sent."""
    if asked.numbers is not None:
        return list(asked.numbers)
    wanted = asked.filter.model_dump(exclude_none=True) if asked.filter else {}
    found = [letter for letter in console.overview.dead_letters() if _fits(letter, wanted)]
    return [int(str(letter["number"])) for letter in reversed(found)]


def _refused(act: Callable[[int], None], number: int) -> Json | None:
    try:
        act(number)
    except (KeyError, ValueError) as error:
        return {"number": number, "detail": str(error.args[0] if error.args else error)}
    return None


def _fits(letter: Json, asked: Mapping[str, str]) -> bool:
    exact = all(letter[name] == value for name, value in asked.items() if name != "text")
    text = asked.get("text", "").lower()
    said = (letter[name] or "" for name in ("label", "message", "job", "sender"))
    return exact and text in " ".join(map(str, said)).lower()


ROUTES = (
    web.get("/console/api/letters", get_letters),
    web.post("/console/api/letters/replay", post_replay),
    web.post("/console/api/letters/discard", post_discard),
)
