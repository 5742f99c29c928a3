"""How a word reaches a data folder: through the server that runs on it, by the address and the token in the folder."""

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine

import aiohttp

from app import credentials
from app.errors import StartError
from app.logs import log_to_stderr
from app.making.client import Client, RefusedError
from app.settings import Settings
from storage.errors import StorageError

FAILED = 1


def told(word: str, work: Callable[[], Coroutine[object, object, None]]) -> int:
    """Run it; what is in its way is one sentence. Returns the exit code."""
    log_to_stderr(logging.WARNING)
    try:
        asyncio.run(work())
    except (RefusedError, StartError, StorageError, aiohttp.ClientError, OSError) as error:
        print(f"{word}: {error}", file=sys.stderr)
        return FAILED
    return 0


async def running_on(settings: Settings) -> Client | None:
    """A client of the server that runs on this data folder, if one does and answers."""
    address = credentials.announced(settings.data)
    if address is None:
        return None
    client = Client(address.url, credentials.token_of(settings.data))
    try:
        await client.get("/api/projects")
    except (RefusedError, aiohttp.ClientError, OSError):
        await client.__aexit__()
        return None
    return client


def operator_on(settings: Settings) -> Client:
    """The same as its operator, for the console's API. Raises StartError where none runs."""
    address = credentials.announced(settings.data)
    if address is None:
        message = f"no Bazaar runs on {settings.data}; start it with 'python3 run.py'"
        raise StartError(message)
    return Client(address.url, credentials.operator_token_of(settings.data))
