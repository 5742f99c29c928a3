"""`run.py`: start everything, print one address, and stop in order on Ctrl-C."""

import argparse
import asyncio
import logging
import os
import signal
import sys
import threading
import webbrowser

from app.bazaar import Bazaar
from app.cli.shared_options import add_data, settings_of
from app.errors import StartError
from app.heartbeat import Heartbeat
from app.logs import log_to_stderr
from app.rebirth import restart_process
from app.settings import Settings
from storage.errors import StorageError


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("--host", help="where to listen (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, help="the port, 0 for any free one (default: 8720)")
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Serve until told to stop."""
    try:
        settings = settings_of(asked)
        log_to_stderr(logging.INFO, settings.log_format)
        asyncio.run(_serve(settings, opens=not asked.no_open and _has_desktop()))
    except (StartError, StorageError) as error:
        print(f"bazaar: {error}", file=sys.stderr)
        return 1
    return 0


async def _serve(settings: Settings, *, opens: bool) -> None:
    stop, hurried = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, _asked_to_stop, stop, hurried)
    async with Bazaar(settings, on_hang=restart_process) as bazaar:
        heartbeat = Heartbeat(bazaar.engine.system.timers)
        heartbeat.start()
        print(f"\n  Bazaar is running. Open\n\n    {bazaar.login_url}\n", flush=True)
        print(f"  The console of its operator is at\n\n    {bazaar.console_url}\n", flush=True)
        if settings.is_demo:
            print("  No key is set: the demo composer answers (no AI). Set OPENAI_API_KEY for a model.\n", flush=True)
        if opens:
            await asyncio.to_thread(webbrowser.open, bazaar.login_url)
        await stop.wait()
        heartbeat.stop()
        print("\n  Stopping: what is in hand may end; once more stops at once.", flush=True)
        await bazaar.settle(hurried)


def _asked_to_stop(stop: asyncio.Event, hurried: threading.Event) -> None:
    """The first time asks to stop, the second not to wait for anything."""
    if stop.is_set():
        hurried.set()
    stop.set()


def _has_desktop() -> bool:
    on_a_screen = sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return on_a_screen and sys.stdout.isatty()
