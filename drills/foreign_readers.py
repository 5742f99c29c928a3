"""Readers of event streams that nobody here wrote: Chromium's EventSource, npm `eventsource` and npm `undici`."""

import asyncio
import importlib
import importlib.util
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp

from app.setup.node_packages import node
from app.setup.places import here
from drills.told import Told, lines_of
from pipeline.events import EVENTS, UPDATES

KINDS = ("eventsource", "undici")
NAMES = [told.wire_name() for told in (*EVENTS, *UPDATES)]

# As the client of the product does: a source that gave up is opened anew behind the last id it had.
_READ = """
({url, after, names}) => {
  window.told = [];
  let last = after;
  const begin = () => {
    const source = new EventSource(`${url}?after=${encodeURIComponent(last)}`);
    for (const type of names) {
      source.addEventListener(type, ({data, lastEventId}) => {
        if (data !== undefined) { last = lastEventId || last; window.told.push([last, type, data]); }
      });
    }
    const looking = setInterval(() => {
      if (source.readyState === 2) { clearInterval(looking); begin(); }
    }, 100);
  };
  begin();
}
"""


class Followed(NamedTuple):
    """What a reader reads: an address on the proxy, from an id on."""

    name: str
    url: str
    after: str


def are_there() -> bool:
    """Whether the packages of the tests are installed."""
    modules = here().node_modules
    return all((modules / kind).is_dir() for kind in KINDS) and importlib.util.find_spec("playwright") is not None


class NodeReaders:
    """Each of `followed` read by both packages, in one process of Node; what they are told lies in `folder`."""

    def __init__(self, folder: Path, token: str, followed: Sequence[Followed]) -> None:
        self._folder = folder
        self.names = {f"{kind}_{one.name}": (kind, one) for one in followed for kind in KINDS}
        readers = [
            {"name": name, "kind": kind, "url": one.url, "after": one.after} for name, (kind, one) in self.names.items()
        ]
        self._asked = {"token": token, "names": NAMES, "folder": str(folder), "readers": readers}

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[None]:
        """They read until the block ends."""
        places = here()
        log = (self._folder / "readers.log").open("wb")
        with log:
            process = await asyncio.create_subprocess_exec(
                node(places), "drills/readers.ts", json.dumps(self._asked), cwd=places.web, stdout=log, stderr=log
            )
        try:
            yield
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()

    def told(self, name: str) -> list[Told]:
        """What that reader was told so far."""
        return lines_of(self._folder / f"{name}.jsonl")


class BrowserReader:
    """Chromium's own EventSource, in a page of the origin that it reads."""

    def __init__(self, origin: str, token: str, path: str, after: str) -> None:
        self._origin, self._token = origin, token
        self._asked = {"url": path, "after": after, "names": NAMES}
        self._page: Any = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[None]:
        """It reads until the block ends."""
        chromium = importlib.import_module("drills.chromium").chromium
        async with AsyncExitStack() as stack:
            browser = await stack.enter_async_context(chromium())
            context = await browser.new_context()
            await context.add_cookies([await _cookie(self._origin, self._token)])
            await context.route(
                "**/blank", lambda route: route.fulfill(body="<title>x</title>", content_type="text/html")
            )
            self._page = await context.new_page()
            await self._page.goto(f"{self._origin}/blank")
            await self._page.evaluate(_READ, self._asked)
            yield

    async def told(self) -> list[Told]:
        """What it was told so far."""
        return [Told(*one) for one in await self._page.evaluate("window.told")]


async def _cookie(origin: str, token: str) -> dict[str, str]:
    """The cookie that the login gives."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{origin}/login", params={"token": token}, allow_redirects=False) as response,
    ):
        [cookie] = response.cookies.values()
    return {"name": cookie.key, "value": cookie.value, "url": origin}
