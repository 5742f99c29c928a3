"""The console's page and its files, built from web/console."""

from aiohttp import web

from server.authentication import CONSOLE
from server.handles import handles_of
from server.pages import FOR_EVER, found_in, inside, not_built, sent


async def get_console(request: web.Request) -> web.StreamResponse:
    """The page; its own routes are deep links into it."""
    index = inside(handles_of(request).pages / "console", "index.html")
    return sent(index, {"Cache-Control": "no-cache"}) if index else not_built()


async def get_asset(request: web.Request) -> web.StreamResponse:
    """A file of the page; its name holds the digest of its content."""
    return found_in(request, "console/assets", {"Cache-Control": FOR_EVER})


PAGES = (
    web.get(f"{CONSOLE}/assets/{{path:.+}}", get_asset),
    web.get(CONSOLE, get_console),
    web.get(f"{CONSOLE}/{{path:(?!api/)[^.]*}}", get_console),
)
