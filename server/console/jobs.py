"""Jobs: the list by filter, and one in full with the reasons why it is not moving."""

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from pipeline.ids import JobId
from server.console.asking import console_of
from server.console.console import Json, Overview, Past
from server.console.costs import cost_again, cost_so_far, shown_call
from server.console.discretion import without_secrets
from server.console.reasons import why
from server.console.timeline import lanes
from server.handles import handles_of
from server.problems import known
from server.reading import reading
from storage.books import Books

FILTERS = ("status", "kind", "project", "step", "error", "scene", "turn", "text", "before")
MOST = 1_000
MOST_SPANS = 500


async def get_jobs(request: web.Request) -> web.Response:
    """The jobs that fit, the newest first."""
    past = console_of(request).past
    asked = {name: value for name in FILTERS if (value := request.query.get(name))}
    jobs = await reading(past.jobs, asked, limit_of(request, 100))
    return web.json_response({"jobs": jobs, "matched": await reading(past.matched, asked)})


async def get_job(request: web.Request) -> web.Response:
    """One job, with everything that is known of it."""
    console, job = console_of(request), JobId(request.match_info["job"])
    detail = Detail(console.snapshot, console.overview, console.past, handles_of(request).reader.books)
    with known("job"):
        return web.json_response(await reading(detail.of, job))


@dataclass(frozen=True)
class Detail:
    """All that is known of a job, and where it is known from."""

    snapshot: Callable[[], Json]
    overview: Overview
    past: Past
    books: Books

    def of(self, job: JobId) -> Json:
        """Blocks. Raises NotFoundError."""
        row, checkpoints = self.past.job(job), self.past.checkpoints(job)
        calls, spans = self.books.calls(job), self.overview.spans({"job": job}, MOST_SPANS)
        waiting = next((one for one in reversed(checkpoints) if not one["heard"]), None)
        return {
            "job": row,
            **without_secrets(self.past.contents(job)),
            "checkpoints": [without_secrets(one) for one in checkpoints],
            "calls": [shown_call(call) for call in calls],
            "lanes": list(lanes(row, checkpoints, spans)),
            "resumes_at": waiting["step"] if waiting else row["step"],
            "cost": cost_so_far(calls),
            "restart_cost": cost_again(calls),
            "why": list(why(row, self.snapshot())),
        }


def limit_of(request: web.Request, usual: int) -> int:
    """How many are asked for, at most 1,000."""
    asked = request.query.get("limit", "")
    return min(MOST, int(asked)) if asked.isascii() and asked.isdigit() and int(asked) > 0 else usual


ROUTES = (
    web.get("/console/api/jobs", get_jobs),
    web.get("/console/api/jobs/{job}", get_job),
)
