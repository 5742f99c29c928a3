"""Faults of a model's server, told in its own protocol: whoever hears them cannot tell them from real ones."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx2

from actors.messages import LLM
from actors.runtime.hand import subject

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from actors.faults.fault import Fault
    from actors.faults.faults import Faults

CUT_AFTER = 2
"""So many pieces of an answer come before it is cut."""
SLOW_S = 1.0


class OnTheWire:
    """Stands on the wire all the time; while no fault is on it only passes on."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    async def answer(self, request: httpx2.Request, ask: Callable[[], Awaitable[httpx2.Response]]) -> httpx2.Response:
        """The server's answer, or a worse one."""
        if not self._faults.on():
            return await ask()
        if self._hit("model-429"):
            return _refusal(request, 429, "rate_limit_exceeded", {"retry-after": "1"})
        if self._hit("model-500"):
            return _refusal(request, 500, "server_error", {})
        cut, slow = self._hit("model-cut"), self._hit("model-slow")
        response = await ask()
        if cut or slow:
            response.stream = _Worse(response.stream, cut, slow)
        return response

    def _hit(self, kind: str) -> Fault | None:
        return self._faults.hit_by(kind, LLM, subject())


class _Worse(httpx2.AsyncByteStream):
    """An answer that ends too soon, or takes its time."""

    def __init__(self, stream: object, cut: Fault | None, slow: Fault | None) -> None:
        self._stream = stream
        self._cut = cut
        self._slow = slow

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = 0
        async for piece in self._stream:  # type: ignore[attr-defined]  # a response to an asynchronous request
            if self._slow is not None and not self._slow.over.is_set():
                await asyncio.sleep(self._slow.wanted.delay_s or SLOW_S)
            if self._cut is not None and pieces == CUT_AFTER:
                return
            pieces += 1
            yield piece if self._cut is None else piece[: len(piece) // 2 + 1]

    async def aclose(self) -> None:
        await self._stream.aclose()  # type: ignore[attr-defined]


def _refusal(request: httpx2.Request, status: int, code: str, headers: dict[str, str]) -> httpx2.Response:
    error = {"error": {"message": "injected on purpose", "type": code, "code": code}}
    return httpx2.Response(status, headers=headers, json=error, request=request)
