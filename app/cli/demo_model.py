"""`run.py demo-model`: the demo composer alone, for any client that speaks the wire protocol."""

import argparse
import asyncio
import signal

import composer


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8721, help="0 for any free one")
    parser.add_argument("--pace", type=float, default=1.0, help="1 is a human pace, 0 as fast as it goes")


def run(asked: argparse.Namespace) -> int:
    """Serve until told to stop."""
    asyncio.run(_serve(asked.host, asked.port, asked.pace))
    return 0


async def _serve(host: str, port: int, pace: float) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    running = await composer.start(host, port, pace)
    print(f"The demo composer answers at {running.base_url} (model demo-composer; no AI, no key).", flush=True)
    await stop.wait()
    await running.stop()
