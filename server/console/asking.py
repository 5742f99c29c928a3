"""What every request of the console has in common: the console itself, a reason for a change, and its audit."""

from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web
from pydantic import Field

from pipeline.value import Value
from server.console.console import Console
from server.handles import handles_of
from server.problems import Problem


class Reasoned(Value):
    """Every change says why."""

    reason: str = Field(min_length=1, max_length=500, pattern=r"\S")


def console_of(request: web.Request) -> Console:
    """The console of this server."""
    console = handles_of(request).console
    if console is None:
        raise Problem(503, "console.unavailable", "this server was started without a console")
    return console


@contextmanager
def audited(request: web.Request, action: str, target: str, asked: Reasoned) -> Iterator[None]:
    """What is done in this block is kept with its reason, and with what came of it."""
    audit = console_of(request).audit
    try:
        yield
    except Problem as problem:
        audit(action, target, asked.reason, f"refused: {problem}")
        raise
    except Exception as error:
        audit(action, target, asked.reason, f"failed: {type(error).__name__}")
        raise
    audit(action, target, asked.reason, "done")
