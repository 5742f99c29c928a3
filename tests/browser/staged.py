"""Jobs that are stuck, staged on a real server: what an operator finds out about from the console alone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import BrowserContext

from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from tests.app.drafts import SLOW, writes
from tests.browser.console import Console
from tests.browser.editor import Editor

ONE_SCENE = "A 3 second title that says 'Nimbus', one scene"
ENDLESS = SLOW.replace("8e7", "8e9")
"""Whoever draws a frame of it does not come back."""


@asynccontextmanager
async def looping_build(context: BrowserContext, data: Path) -> AsyncIterator[Console]:
    """The model wrote a component that loops, and a build worker draws it."""
    async with ModelServer(script=writes(ENDLESS)) as model, ServerProcess(data, settings=model.settings) as server:
        yield await asked(context, server)


async def asked(context: BrowserContext, server: ServerProcess) -> Console:
    """Somebody has asked for a scene; the console is open beside."""
    editor = await Editor.logged_in(context, server)
    await editor.make(ONE_SCENE)
    return await Console.logged_in(context, server)
