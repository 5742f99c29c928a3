"""Everything below /console, a table of tables; each page of the console has its own."""

from server.console import events, faults, health, job_orders, jobs, letters, pages, spans, sweeps, tree
from server.console.stream import ROUTES as STREAM

CONSOLE_ROUTES = (
    *STREAM,
    *tree.ROUTES,
    *spans.ROUTES,
    *job_orders.ROUTES,
    *jobs.ROUTES,
    *events.ROUTES,
    *letters.ROUTES,
    *faults.ROUTES,
    *sweeps.ROUTES,
    *health.ROUTES,
    *pages.PAGES,
)
