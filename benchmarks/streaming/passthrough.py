"""The least that one could write: the SDK's typed stream, piped to a plain aiohttp response.

`python -m benchmarks.streaming.passthrough BASE_URL` prints its port; `GET /` is one answer as an event stream.
"""

import asyncio
import json
import sys

from aiohttp import web
from openai import AsyncOpenAI, DefaultAioHttpClient, Timeout

_CLIENT = web.AppKey("client", AsyncOpenAI)


async def _pipe(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    chunks = await request.app[_CLIENT].chat.completions.create(
        model="paced", messages=[{"role": "user", "content": "Hello"}], stream=True
    )
    async for chunk in chunks:
        text = chunk.choices[0].delta.content if chunk.choices else None
        if text:
            await response.write(f"event: delta\ndata: {json.dumps({'text': text})}\n\n".encode())
    return response


async def main(base_url: str) -> None:
    """Serve until killed."""
    app = web.Application()
    patient = Timeout(600.0, connect=60.0)
    app[_CLIENT] = AsyncOpenAI(
        api_key="none", base_url=base_url, timeout=patient, http_client=DefaultAioHttpClient(timeout=patient)
    )
    app.router.add_get("/", _pipe)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
