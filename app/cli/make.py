"""`run.py make`: a video from a sentence, in the terminal; through a running server, or by itself."""

import argparse
import asyncio
import json
import logging
import sys
from contextlib import AsyncExitStack, aclosing
from pathlib import Path
from typing import TextIO

import aiohttp

from app.bazaar import Bazaar
from app.cli.reaching import running_on
from app.cli.shared_options import add_data, settings_of
from app.errors import StartError
from app.logs import log_to_stderr
from app.making.client import Client, RefusedError, StreamLostError
from app.making.following import Progress, follow
from app.making.leaving import leave
from app.making.showing import Showing, outcome, spoken
from app.settings import Settings
from storage.errors import StorageError

NOT_PUBLISHED, UNUSABLE, INTERRUPTED = 1, 2, 130


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("prompt", help="what the video shall show, or what shall change")
    parser.add_argument("--out", type=Path, required=True, help="the folder to leave the video in")
    parser.add_argument("--project", help="go on with this project")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Make it. 0 when every scene was published, 1 otherwise, 2 for arguments that cannot be used."""
    log_to_stderr(logging.WARNING)
    try:
        _check(asked)
        result = asyncio.run(_make(asked, settings_of(asked)))
    except KeyboardInterrupt:
        print("make: stopped; what is recorded is kept, and goes on when Bazaar runs on that data", file=sys.stderr)
        return INTERRUPTED
    except (RefusedError, StartError, StorageError, StreamLostError, aiohttp.ClientError) as error:
        print(json.dumps({"error": {"message": str(error)}}) if asked.json else f"make: {error}", file=_told(asked))
        return UNUSABLE if isinstance(error, RefusedError | StartError) else NOT_PUBLISHED
    print(json.dumps(result, ensure_ascii=False) if asked.json else spoken(result))
    return 0 if result["published"] else NOT_PUBLISHED


def _check(asked: argparse.Namespace) -> None:
    """Refuse what cannot be before anything is made. Raises StartError."""
    if not asked.prompt.strip():
        message = "the prompt is empty; say what the video should show"
        raise StartError(message)
    if asked.out.exists() and not asked.out.is_dir():
        message = f"{asked.out} is a file; --out takes a folder"
        raise StartError(message)


async def _make(asked: argparse.Namespace, settings: Settings) -> dict[str, object]:
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(await _client(stack, settings))
        project = asked.project or (await client.post("/api/projects", {}))["project"]
        events = await stack.enter_async_context(aclosing(client.events(project)))
        before = await anext(events)  # listening before anything is said: no job can be started unheard
        accepted = await client.post(f"/api/projects/{project}/messages", {"content": asked.prompt})
        progress = Progress(turn=accepted["job"])
        progress.take(before)
        with Showing(quiet=asked.json) as showing:
            await follow(events, progress, showing)
        snapshot = await client.get(f"/api/projects/{project}")
        await leave(client, snapshot, asked.out)
        return outcome(progress, snapshot, str(asked.out))


async def _client(stack: AsyncExitStack, settings: Settings) -> Client:
    """A client of the server that runs on the data folder, else of one that runs just for this."""
    running = await running_on(settings)
    if running:
        return running
    own = settings.model_copy(update={"host": "127.0.0.1", "port": 0, "demo_pace": 0.0})
    bazaar = await stack.enter_async_context(Bazaar(own))
    return Client(bazaar.url, bazaar.token)


def _told(asked: argparse.Namespace) -> TextIO:
    return sys.stdout if asked.json else sys.stderr
