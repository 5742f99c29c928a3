"""The actor that asks the model. A key that is already being answered is never asked a second time."""

import asyncio
from collections import OrderedDict
from typing import ClassVar, assert_never

import openai
from openai import AsyncOpenAI, DefaultAioHttpClient

from actors.llm.adapters.adapter import Question
from actors.llm.endpoint import Endpoint
from actors.llm.exchange import Exchange
from actors.llm.gathering import Gathering
from actors.llm.telling import Telling
from actors.llm.understanding import understood
from actors.messages import BROADCASTER, ORCHESTRATOR, AttemptFailed, DropWork, Live, Perform, Performed, WorkerInbox
from actors.runtime import AsyncActor
from pipeline.chat import ModelAnswer
from pipeline.commands import AskModel
from pipeline.ids import JobId
from pipeline.replay import Key

Work = tuple[JobId, Key, int]
KEPT_ANSWERS = 256
"""So many answers are kept in case the orchestrator lost one on the way; more are never in hand at once."""
KEPT_DROPS = 1024
"""So many stopped jobs are remembered, for work of theirs that comes after the word to stop."""


class LLM(AsyncActor):
    """Many streams side by side; each ends in an answer, a typed failure, or silence when nobody wants it any more."""

    concurrency: ClassVar[int] = 16

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._streams: dict[Work, asyncio.Task[object]] = {}
        self._answers: OrderedDict[Work, Performed] = OrderedDict()
        self._dropped: OrderedDict[JobId, int] = OrderedDict()

    async def on_start(self) -> None:
        """Open the connection pool."""
        timeout = openai.Timeout(self._endpoint.read_timeout_s, connect=10.0)
        self._client = AsyncOpenAI(
            api_key=self._endpoint.api_key,
            base_url=self._endpoint.base_url,
            max_retries=0,
            timeout=timeout,
            http_client=DefaultAioHttpClient(timeout=timeout),
        )

    async def on_stop(self) -> None:
        """Close the connection pool."""
        await self._client.close()

    async def on_receive(self, message: WorkerInbox) -> None:
        """Ask the model, or stop asking for a job."""
        match message:
            case Perform():
                await self._perform(message)
            case DropWork():
                self._drop(message)
            case _:
                assert_never(message)

    async def _perform(self, work: Perform) -> None:
        name = (work.job, work.key, work.epoch)
        if work.epoch <= self._dropped.get(work.job, -1):
            return  # it was on its way when its job was stopped
        if name in self._answers:
            self.system.address(ORCHESTRATOR).tell(self._answers[name])
        elif name not in self._streams:
            await self._stream(name, work)

    async def _stream(self, name: Work, work: Perform) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  # a handler runs in a task
        self._streams[name] = task
        try:
            outcome = await self._outcome(work)
        except asyncio.CancelledError:
            if name in self._streams:
                raise
            return
        finally:
            self._streams.pop(name, None)
        if isinstance(outcome, Performed):
            self._keep(name, outcome)
        self.system.address(ORCHESTRATOR).tell(outcome)

    async def _outcome(self, work: Perform) -> Performed | AttemptFailed:
        ask: AskModel = work.command  # type: ignore[assignment]  # nothing else is dispatched to it
        try:
            async with asyncio.timeout(self._endpoint.deadline_s):
                answer = await self._answer(work, ask)
        except Exception as error:  # noqa: BLE001  # the one seam towards the vendor: everything becomes typed here
            failure = understood(error, self._endpoint)
            context = failure.context.model_copy(update={"step": work.key.step, "attempt": work.attempt})
            return AttemptFailed(work.job, work.epoch, work.key, work.attempt, context)
        return Performed(work.job, work.epoch, work.key, work.attempt, answer)

    async def _answer(self, work: Perform, ask: AskModel) -> ModelAnswer:
        loop = asyncio.get_running_loop()
        telling = Telling(loop, work, ask, self._tell)
        gathering = Gathering(sum(len(message.content.encode()) for message in ask.messages))
        began = loop.time()
        try:
            question = Question(ask, self._endpoint.models[ask.role], self._endpoint.lacks)
            await Exchange(self._client, self._endpoint, gathering, telling.take).run(question)
            telling.flush()
        finally:
            telling.stop()
        return gathering.answer(
            provider=self._endpoint.provider,
            ttft_ms=(gathering.first_s - began) * 1000 if gathering.first_s else None,
            duration_ms=(loop.time() - began) * 1000,
        )

    def _tell(self, live: Live) -> None:
        self.system.address(BROADCASTER).tell(live)

    def _keep(self, name: Work, performed: Performed) -> None:
        self._answers[name] = performed
        while len(self._answers) > KEPT_ANSWERS:
            self._answers.popitem(last=False)

    def _drop(self, drop: DropWork) -> None:
        self._dropped[drop.job] = drop.epoch
        while len(self._dropped) > KEPT_DROPS:
            self._dropped.popitem(last=False)
        for name in [name for name in self._streams if name[0] == drop.job and name[2] <= drop.epoch]:
            self._streams.pop(name).cancel()
