"""A fan-out as the documentation of aiohttp-sse has it: a queue and a task for each client, `send` for each event."""

import asyncio
import sys

from aiohttp import web
from aiohttp_sse import sse_response

QUEUES: set[asyncio.Queue[tuple[str, str]]] = set()


async def follow(request: web.Request) -> web.StreamResponse:
    queue: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    QUEUES.add(queue)
    try:
        async with sse_response(request) as response:
            while response.is_connected():
                number, text = await queue.get()
                await response.send(text, id=number, event="tick")
                queue.task_done()
    finally:
        QUEUES.discard(queue)
    return response


async def main(port: int) -> None:
    app = web.Application()
    app.router.add_get("/events", follow)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, backlog=4096).start()
    lines = asyncio.StreamReader(limit=1 << 20)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    print("ready", flush=True)
    while line := await lines.readline():
        events, _, text = line.decode().rstrip("\n").partition(" ")
        for number in range(int(events)):
            for queue in QUEUES:
                queue.put_nowait((f"e.{number}", text))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
