"""A model's server that says so many tokens a second to whoever asks; each token is the moment it was sent.

`python -m benchmarks.streaming.pacing RATE SECONDS` prints its port; `GET /cuts` tells when answers were cut off. The
conversations are spread over the tick, as those of people are, so that no two hundred tokens come in one instant.
"""

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field

from aiohttp import web

PHASES = 20


@dataclass
class Answer:
    """One that is being given; `left` counts its tokens to come."""

    response: web.StreamResponse
    left: int
    over: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Answers:
    """The answers under way, by the phase in which each gets its next token."""

    rate: float
    tokens: int
    under_way: list[list[Answer]] = field(default_factory=lambda: [[] for _ in range(PHASES)])
    begun: int = 0
    cuts_s: list[float] = field(default_factory=list)
    """When answers were cut off by whoever had asked."""

    async def give(self, response: web.StreamResponse) -> None:
        """A whole answer."""
        answer = Answer(response, self.tokens)
        self.under_way[self.begun % PHASES].append(answer)
        self.begun += 1
        try:
            await answer.over.wait()
        except asyncio.CancelledError:
            self.cuts_s.append(time.monotonic())
            raise

    async def run(self) -> None:
        """Give everybody their tokens, phase by phase."""
        step_s, due_s = 1 / self.rate / PHASES, time.monotonic()
        while True:
            for phase in self.under_way:
                due_s += step_s
                await asyncio.sleep(max(0.0, due_s - time.monotonic()))
                if phase:
                    await _tell(phase)


_ANSWERS: web.AppKey[Answers] = web.AppKey("answers", Answers)


async def _tell(phase: list[Answer]) -> None:
    frame = chunk({"content": f"{time.monotonic_ns() // 1000} "})
    for answer in tuple(phase):
        answer.left -= 1
        try:
            await answer.response.write(frame)
        except ConnectionError:
            answer.left = 0
        if answer.left <= 0:
            answer.over.set()
            phase.remove(answer)


def chunk(delta: dict[str, str], finish: str | None = None) -> bytes:
    """One chunk of an answer, as a vendor sends it."""
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    whole = {
        "id": "chatcmpl-paced0000000000000000000",
        "object": "chat.completion.chunk",
        "created": 1700000000,
        "model": "paced",
        "service_tier": "default",
        "system_fingerprint": "fp_0000000000",
        "choices": [choice],
        "usage": None,
    }
    return b"data: " + json.dumps(whole, separators=(",", ":")).encode() + b"\n\n"


async def _complete(request: web.Request) -> web.StreamResponse:
    await request.read()
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    await response.write(chunk({"role": "assistant", "content": ""}))
    await request.app[_ANSWERS].give(response)
    await response.write(chunk({}, "stop") + b"data: [DONE]\n\n")
    return response


async def _cuts(request: web.Request) -> web.Response:
    return web.json_response(request.app[_ANSWERS].cuts_s)


async def main(rate: float, seconds: float) -> None:
    """Serve until killed."""
    app = web.Application(client_max_size=1 << 26)
    app[_ANSWERS] = answers = Answers(rate, int(rate * seconds))
    app.router.add_post("/v1/chat/completions", _complete)
    app.router.add_get("/cuts", _cuts)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    print(runner.addresses[0][1], flush=True)
    await answers.run()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]), float(sys.argv[2])))
