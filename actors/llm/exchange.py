"""One exchange with a server: the request goes out, the answer is read line by line until it is finished."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
import openai
from openai import AsyncAPIResponse, AsyncOpenAI

from actors.llm import failures
from actors.llm.adapters import ADAPTERS
from actors.llm.adapters.adapter import Question
from actors.llm.endpoint import Endpoint
from actors.llm.gathering import Gathering
from actors.llm.lines import DONE, Lines, parsed

MOST_CHARACTERS = 4_000_000
"""An answer of more is no answer; a large component has 30,000."""
USAGE_S = 5.0
"""After its finish reason an answer is whole; so long it may take to say what it cost, and to end."""
FAREWELL_S = 0.2
"""After `[DONE]` nothing more comes; so long the connection may take to end well and be used again."""
_PAGE = "text/html"


@dataclass
class Exchange:
    """`take` hears the text as it comes, `heed` the headers before it."""

    client: AsyncOpenAI
    endpoint: Endpoint
    gathering: Gathering
    take: Callable[[str], None]
    heed: Callable[[Mapping[str, str]], None] = lambda _: None

    def __post_init__(self) -> None:
        self._adapter = ADAPTERS[self.endpoint.api]
        self._loop = asyncio.get_running_loop()

    async def run(self, question: Question) -> None:
        """Return once the answer is whole. Raises what went wrong, as it was."""
        async with self._adapter.send(self.client, self._adapter.request(question)) as response:
            self.gathering.is_received = True
            self.heed(response.headers)
            kind = response.headers.get("content-type", "")
            if _PAGE in kind:
                raise failures.page(self.endpoint.provider)
            await (self._read_whole(response) if "application/json" in kind else self._read_stream(response))
        self._check()

    async def _read_stream(self, response: AsyncAPIResponse[Any]) -> None:
        """A stream that breaks after its finish reason has said all it had to say."""
        try:
            async with asyncio.timeout(None) as patience:
                await self._read_lines(response, patience)
        except (TimeoutError, openai.APIError, httpx2.HTTPError):
            if self.gathering.finish_reason is None:
                raise

    async def _read_lines(self, response: AsyncAPIResponse[Any], patience: asyncio.Timeout) -> None:
        lines = Lines()
        async for data in response.iter_bytes():
            is_done = self._take_all(lines.feed(data))
            if self.gathering.length + lines.held > MOST_CHARACTERS:
                raise failures.too_long(self.endpoint.provider, most=MOST_CHARACTERS)
            if is_done:
                patience.reschedule(self._loop.time() + FAREWELL_S)
            elif self.gathering.finish_reason and patience.when() is None:
                patience.reschedule(self._loop.time() + USAGE_S)
        self._take_all(lines.end())

    def _take_all(self, payloads: list[bytes]) -> bool:
        """Whether the last of them was among these."""
        for payload in payloads:
            if payload == DONE:
                return True
            self.take(self._taken(payload))
        return False

    def _taken(self, payload: bytes) -> str:
        gathering = self.gathering
        gathering.payloads += 1
        if gathering.first_s is None:
            gathering.first_s = self._loop.time()
        try:
            return self._adapter.take(parsed(payload), gathering)
        except (AttributeError, LookupError, TypeError) as error:
            message = f"this is no chunk of an answer: {payload[:200]!r}"
            raise ValueError(message) from error

    async def _read_whole(self, response: AsyncAPIResponse[Any]) -> None:
        body = parsed(await response.read())
        self.gathering.payloads += 1
        try:
            self.take(self._adapter.take_whole(body, self.gathering))
        except (AttributeError, LookupError, TypeError) as error:
            message = f"this is no answer: {str(body)[:200]}"
            raise ValueError(message) from error

    def _check(self) -> None:
        gathering = self.gathering
        if gathering.finish_reason == "content_filter":
            raise failures.declined(self.endpoint.provider)
        if gathering.finish_reason is None and "finish_reason" in self.endpoint.lacks and gathering.length:
            gathering.finish_reason = "tool_calls" if gathering.has_calls else "stop"
        if gathering.finish_reason is None:
            raise failures.cut(self.endpoint.provider, payloads=gathering.payloads)
