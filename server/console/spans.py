"""Messages by filter, and one with all that hangs on it: failures, decisions, model calls, transcripts."""

from aiohttp import web

from pipeline.ids import JobId, Sha256
from server.console.asking import console_of
from server.console.console import Console, Json
from server.console.costs import shown_call
from server.console.discretion import without_secrets
from server.console.jobs import limit_of
from server.handles import handles_of
from server.problems import Problem, known
from server.reading import reading
from storage.billed import StoredCall
from storage.books import Books
from storage.errors import NotFoundError

FILTERS = ("actor", "type", "job", "trace", "text", "outcome", "span")
KEPT = 20_000
TRANSCRIPTS = ("model-request", "model-response")


async def get_spans(request: web.Request) -> web.Response:
    """The messages that fit, the newest first."""
    asked = {name: value for name in FILTERS if (value := request.query.get(name))}
    spans = await reading(console_of(request).overview.spans, asked, limit_of(request, 200))
    return web.json_response({"spans": spans, "kept": len(spans)})


async def get_span(request: web.Request) -> web.Response:
    """One message: what it came of, what came of it, and what went wrong."""
    number = request.match_info["span"]
    told = await reading(_detail, console_of(request), handles_of(request).reader.books, number)
    if told is None:
        raise Problem(404, "span.unknown", f"message {number} is not kept; the last 10,000 are")
    return web.json_response(told)


async def get_actor(request: web.Request) -> web.Response:
    """One actor in full."""
    child = request.match_info["child"]
    try:
        return web.json_response(without_secrets(await reading(console_of(request).overview.actor, child)))
    except ValueError as error:
        raise Problem(404, "actor.unknown", str(error)) from error


async def get_artifact(request: web.Request) -> web.Response:
    """A transcript of a model call; keys were taken out before it was kept."""
    name, artifacts = Sha256(request.match_info["sha256"]), handles_of(request).artifacts
    with known("artifact"):
        if not await reading(console_of(request).past.is_transcript, name):
            message = f"there is no transcript {name}"
            raise NotFoundError(message)
        return web.Response(body=await reading(artifacts.get, name), content_type="application/json")


def _detail(console: Console, books: Books, number: str) -> Json | None:
    found = console.overview.spans({"span": number}, 1)
    if not found:
        return None
    span = found[0]
    family = {int(str(one["span"])): one for one in console.overview.spans({"trace": str(span["trace"])}, KEPT)}
    job, label = span["job"], span["label"]
    failures = [
        failure
        for failure in console.overview.failures()
        if (failure["child"], failure["incarnation"], failure["label"]) == (span["child"], span["incarnation"], label)
    ]
    decisions = [one for one in console.overview.decisions(1_000) if _led_to(span, one)] if failures else []
    return {
        "span": span,
        "ancestors": list(_ancestors(span, family)),
        "children": [one for one in family.values() if one["parent"] == span["span"]],
        "failures": list(failures),
        "decisions": list(decisions),
        "calls": [
            shown_call(call) for call in _calls(books, job) if str(label) == f"Perform {call.step} {call.ordinal}"
        ],
    }


def _led_to(span: Json, decision: Json) -> bool:
    return (decision["child"], decision["incarnation"]) == (span["child"], span["incarnation"])


def _ancestors(span: Json, family: dict[int, Json]) -> list[Json]:
    """From its parent to the first of the chain that is still kept."""
    line: list[Json] = []
    while (parent := family.get(int(str(span["parent"] or 0)))) is not None:
        line.append(parent)
        span = parent
    return line


def _calls(books: Books, job: object) -> list[StoredCall]:
    return list(books.calls(JobId(job))) if isinstance(job, str) else []


ROUTES = (
    web.get("/console/api/spans", get_spans),
    web.get("/console/api/spans/{span:[0-9]+}", get_span),
    web.get("/console/api/actors/{child}", get_actor),
    web.get("/console/api/artifacts/{sha256}", get_artifact),
)
