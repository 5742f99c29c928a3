"""One server and how it is today: its connections, its circuit, its line, and what it has shown it does not know."""

import asyncio
import logging
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

import openai
from openai import AsyncOpenAI

from actors.llm import failures
from actors.llm.adapters.adapter import Question
from actors.llm.breaker import Breaker
from actors.llm.endpoint import Endpoint, Lack, Patience
from actors.llm.exchange import Exchange
from actors.llm.failures import OUTAGES, ModelFailureError
from actors.llm.gate import Gate
from actors.llm.gathering import Gathering
from actors.llm.understanding import understood
from actors.llm.waits import spent_for_s
from actors.llm.wire import ServerState, Wire, WireClient

logger = logging.getLogger(__name__)

VENDOR = "https://api.openai.com/v1"
"""Said, or the SDK would look into the environment, and send a key to a server that it is not for."""
_OPTIONAL: tuple[Lack, ...] = ("stream_options", "temperature", "reasoning_effort", "images")
"""What may be left out without another meaning; how a refusal names each is in it."""


@dataclass
class Provider:
    """Made on the loop it is used on."""

    endpoint: Endpoint
    patience: Patience
    wire: Wire = field(default_factory=Wire)

    def __post_init__(self) -> None:
        clock = asyncio.get_running_loop().time
        self.breaker = Breaker(clock, self.patience.failures_to_open, self.patience.open_s)
        self.gate = Gate(self.endpoint.provider, clock, self.patience.calls_at_once, self.patience.line_s)
        self.wire.servers[self.endpoint.provider] = self.state
        self._learned: defaultdict[str, set[Lack]] = defaultdict(set)
        timeout = openai.Timeout(self.patience.read_timeout_s, connect=self.patience.connect_s)
        self._client = AsyncOpenAI(
            api_key=self.endpoint.api_key,
            base_url=self.endpoint.base_url or VENDOR,
            max_retries=0,
            timeout=timeout,
            http_client=WireClient(self.wire, timeout=timeout),
        )

    def state(self) -> ServerState:
        """How it is now."""
        return ServerState(self.breaker.state, self.breaker.failures, self.gate.in_use, self.gate.waiting)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    def lacks(self, model: str) -> frozenset[Lack]:
        """What it does without: as it was set, and as it has shown."""
        return self.endpoint.lacks | self._learned[model]

    def may_ask(self) -> None:
        """Raises ModelFailureError while the circuit is open. Whoever may ask does."""
        wait_s = self.breaker.wait_s()
        if wait_s:
            raise failures.paused(self.endpoint.provider, for_s=wait_s)

    async def ask(self, question: Question, gathering: Gathering, take: Callable[[str], None]) -> None:
        """One call, in its turn and within its time. Raises ModelFailureError."""
        self.may_ask()
        try:
            async with self.gate.passed(question.model), asyncio.timeout(self.patience.deadline_s):
                await self._exchange(question, gathering, take)
        except Exception as error:  # the one seam towards the vendor: everything becomes typed here
            failure = understood(error, self.endpoint)
            self._note(question.model, failure)
            raise failure from error
        except BaseException:
            self.breaker.left()
            raise
        self.breaker.succeeded()

    async def _exchange(self, question: Question, gathering: Gathering, take: Callable[[str], None]) -> None:
        """Ask; where a setting is refused that the model does not know, ask without it, and remember."""
        question = replace(question, lacks=question.lacks | self.lacks(question.model))
        heed = partial(self._heed, question.model)
        exchange = Exchange(self._client, self.endpoint, gathering, take, heed)
        try:
            await exchange.run(question)
        except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
            lack = _refused_setting(error, question)
            if lack is None:
                raise
            self._learned[question.model].add(lack)
            logger.info("a model does without a setting", extra={"model": question.model, "setting": lack})
            await self._exchange(question, gathering, take)

    def _heed(self, model: str, headers: Mapping[str, str]) -> None:
        """Stay away while the server says that nothing remains of a limit."""
        wait_s = spent_for_s(headers)
        if wait_s:
            self.gate.pause(model, wait_s)

    def _note(self, model: str, failure: ModelFailureError) -> None:
        if failure.code in OUTAGES:
            self.breaker.failed()
        else:
            self.breaker.left()
        if failure.code == "model.rate-limited" and failure.context.retry_after_s:
            self.gate.pause(model, failure.context.retry_after_s)


def _refused_setting(error: openai.APIStatusError, question: Question) -> Lack | None:
    said = f"{error.body} {error.message}".lower()
    for lack in _OPTIONAL:
        if lack not in question.lacks and _is_sent(lack, question) and re.search(lack.rstrip("s"), said):
            return lack
    return None


def _is_sent(lack: Lack, question: Question) -> bool:
    match lack:
        case "stream_options":
            return True
        case "images":
            return bool(question.images)
    return lack in question.tuning
