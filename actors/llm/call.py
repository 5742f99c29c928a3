"""One call of a model: reserved for, told as it comes, and noted however it ends."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from actors.llm.accounts import Accounts, asked_bytes, expected
from actors.llm.adapters import ADAPTERS
from actors.llm.adapters.adapter import Question
from actors.llm.endpoint import Candidate, Endpoint
from actors.llm.failures import ModelFailureError
from actors.llm.gathering import Gathering
from actors.llm.prices import cost_usd
from actors.llm.provider import Provider
from actors.llm.telling import Telling
from actors.llm.transcripts import Artifacts, keep_request, keep_response
from actors.messages import Live, Perform
from pipeline.chat import ModelAnswer
from pipeline.commands import AskModel
from pipeline.failures import ErrorContext
from pipeline.ids import Sha256
from storage.calls import ANSWERED, ModelCall, NoteCalls
from storage.errors import StoreUnavailableError

logger = logging.getLogger(__name__)

CANCELLED = "cancelled"
_NOT_MADE = "model.circuit-open"


@dataclass(frozen=True)
class Service:
    """What every call works with; `tell` and `note` are how it is heard of outside."""

    provider: Callable[[Endpoint], Provider]
    accounts: Accounts
    artifacts: Artifacts
    tell: Callable[[Live], None]
    note: Callable[[NoteCalls], None]


class Call:
    """Made on the loop it runs on."""

    def __init__(self, service: Service, work: Perform, ask: AskModel, candidate: Candidate) -> None:
        self.candidate = candidate
        self._service = service
        self._work = work
        self._ask = ask
        self._loop = asyncio.get_running_loop()
        self._gathering = Gathering(asked_bytes(ask))
        self._telling = Telling(self._loop, work, ask, self._gathering, service.tell)
        self._began = self._loop.time()

    @property
    def was_heard(self) -> bool:
        """Whether words of the answer were told to somebody."""
        return self._ask.to is not None and self._telling.has_told

    async def answer(self, question: Question) -> ModelAnswer:
        """The whole answer. Raises ModelFailureError."""
        provider = self._service.provider(self.candidate.endpoint)
        amount = expected(self.candidate, self._ask.role, self._gathering.asked_bytes)
        await self._service.accounts.reserve(self._work, amount)
        self._began = self._loop.time()
        try:
            await provider.ask(question, self._gathering, self._telling.take)
            self._telling.flush()
        except ModelFailureError as failure:
            raise await self._failed(failure, question) from failure
        except asyncio.CancelledError:
            self._note(CANCELLED)
            raise
        finally:
            self._telling.stop()
        answer = self._answer()
        await self._close(ANSWERED, question, None)
        return answer

    async def _failed(self, failure: ModelFailureError, question: Question) -> ModelFailureError:
        """The failure, noted and with its transcript; a call that the circuit did not let through was none."""
        if failure.code == _NOT_MADE:
            return failure
        transcript = await self._close(failure.code, question, failure.context)
        return ModelFailureError(failure.context.model_copy(update={"transcript": transcript}))

    async def _close(self, outcome: str, question: Question, error: ErrorContext | None) -> Sha256 | None:
        """Note the call with its transcripts; where they are cut off, without. Returns that of the answer."""
        request = response = None
        try:
            request, response = await self._transcripts(question, error)
        finally:
            self._note(outcome, request, response)
        return response

    async def _transcripts(self, question: Question, error: ErrorContext | None) -> tuple[Sha256 | None, Sha256 | None]:
        """What was said on both sides; a disk that does not take it costs nobody an answer."""
        endpoint, artifacts = self.candidate.endpoint, self._service.artifacts
        wanted = ADAPTERS[endpoint.api].request(question)
        try:
            return await asyncio.gather(
                keep_request(artifacts, wanted, endpoint.api_key),
                keep_response(artifacts, self._gathering, error, endpoint.api_key),
            )
        except StoreUnavailableError:
            logger.warning("a transcript was not kept", extra={"job": self._work.job}, exc_info=True)
            return None, None

    def _note(self, outcome: str, request: Sha256 | None = None, response: Sha256 | None = None) -> None:
        work, usage = self._work, self._gathering.usage()
        call = ModelCall(
            key=work.key,
            attempt=work.attempt,
            role=self._ask.role,
            model=self.candidate.model,
            provider=self.candidate.endpoint.provider,
            outcome=outcome,
            usage=usage,
            cost_usd=cost_usd(self.candidate, usage, said_model=self._gathering.model),
            ttft_ms=self._ttft_ms,
            duration_ms=self._duration_ms,
            request=request,
            response=response,
        )
        self._service.note(NoteCalls(work.job, (call,)))

    def _answer(self) -> ModelAnswer:
        return self._gathering.answer(
            provider=self.candidate.endpoint.provider, ttft_ms=self._ttft_ms, duration_ms=self._duration_ms
        )

    @property
    def _ttft_ms(self) -> float | None:
        first_s = self._gathering.first_s
        return None if first_s is None else (first_s - self._began) * 1000

    @property
    def _duration_ms(self) -> float:
        return (self._loop.time() - self._began) * 1000
