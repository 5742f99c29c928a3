"""Everything below /console, a table of tables; each page of the console has its own."""

from server.console import pages, tree
from server.console.stream import ROUTES as STREAM

CONSOLE_ROUTES = (*STREAM, *tree.ROUTES, *pages.PAGES)
