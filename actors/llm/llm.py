"""The actor that asks the models. A key that is already being answered is never asked a second time."""

import asyncio
from collections import OrderedDict
from typing import ClassVar, assert_never

from actors.llm.accounts import Accounts, Books, Work
from actors.llm.attempt import Attempt
from actors.llm.call import Service
from actors.llm.endpoint import Endpoint, Models
from actors.llm.failures import ModelFailureError
from actors.llm.provider import Provider
from actors.llm.transcripts import Artifacts
from actors.messages import (
    BROADCASTER,
    JOURNAL,
    ORCHESTRATOR,
    AttemptFailed,
    DropWork,
    Live,
    Lives,
    LLMInbox,
    Noted,
    Perform,
    Performed,
    Sending,
    SendOn,
    Write,
)
from actors.messages import LLM as LLM_NAME
from actors.patience import patiently
from actors.runtime import AsyncActor
from actors.unable import unable
from pipeline.commands import AskModel
from pipeline.ids import JobId
from storage.calls import NoteCalls
from storage.errors import StoreUnavailableError

KEPT_ANSWERS = 256
"""So many answers are kept in case the orchestrator lost one on the way; more are never in hand at once."""
KEPT_DROPS = 1024
"""So many stopped jobs are remembered, for work of theirs that comes after the word to stop."""


class LLM(AsyncActor):
    """Many streams side by side; each ends in an answer, a typed failure, or silence when nobody wants it any more.

    What a call took is committed before its outcome is told: then nothing that was paid for is missing in a budget.
    """

    concurrency: ClassVar[int] = 1024  # a line for each server is kept behind, see Gate

    def __init__(self, models: Models, books: Books, artifacts: Artifacts) -> None:
        self._models = models
        self._artifacts = artifacts
        self._accounts = Accounts(books, models.budgets)
        self._providers: dict[Endpoint, Provider] = {}
        self._streams: dict[Work, asyncio.Task[object]] = {}
        self._answers: OrderedDict[Work, Performed] = OrderedDict()
        self._said: list[Live] = []
        self._dropped: OrderedDict[JobId, int] = OrderedDict()

    async def on_start(self) -> None:
        """Say where what is heard goes."""
        self._service = Service(self._provider, self._accounts, self._artifacts, self._tell, self._note)

    async def on_stop(self) -> None:
        """Close the connections."""
        for provider in self._providers.values():
            await provider.close()

    async def on_receive(self, message: LLMInbox) -> None:
        """Ask a model, or stop asking for a job."""
        match message:
            case Perform():
                await self._perform(message)
            case DropWork():
                self._drop(message)
            case Noted():
                self._accounts.release(message.work)
            case _:
                assert_never(message)

    async def _perform(self, work: Perform) -> None:
        name = (work.job, work.key, work.epoch)
        if work.epoch <= self._dropped.get(work.job, -1):
            return  # it was on its way when its job was stopped
        if name in self._answers:
            self.system.address(ORCHESTRATOR).tell(self._answers[name])
        elif name not in self._streams:
            with patiently(self, work):  # the books are read before a model is asked
                await self._stream(name, work)

    async def _stream(self, name: Work, work: Perform) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  # a handler runs in a task
        self._streams[name] = task
        outcome: Performed | AttemptFailed | None = None
        try:
            outcome = await self._outcome(work)
        except asyncio.CancelledError:
            if name in self._streams:
                raise
            return
        finally:
            self._streams.pop(name, None)
            self._settle(name, outcome)

    async def _outcome(self, work: Perform) -> Performed | AttemptFailed:
        ask: AskModel = work.command  # type: ignore[assignment]  # nothing else is dispatched to it
        try:
            answer = await Attempt(self._service, work, ask).answer(self._models.by_role[ask.role])
        except ModelFailureError as failure:
            context = failure.context.model_copy(update={"step": work.key.step, "attempt": work.attempt})
            return AttemptFailed(work.job, work.epoch, work.key, work.attempt, context)
        except StoreUnavailableError:
            raise  # no attempt that failed
        except Exception as error:  # noqa: BLE001  # a fault of ours is this work's alone
            return unable(work, error)
        return Performed(work.job, work.epoch, work.key, work.attempt, answer)

    def _settle(self, name: Work, outcome: Performed | AttemptFailed | None) -> None:
        """Once what it took is committed or refused: what was reserved is free, and the outcome is told."""
        if isinstance(outcome, Performed):
            self._keep(name, outcome)
        told = (Sending(ORCHESTRATOR, outcome),) if outcome else ()
        self.system.address(JOURNAL).tell(SendOn((Sending(LLM_NAME, Noted(name)), *told)))

    def _provider(self, endpoint: Endpoint) -> Provider:
        if endpoint not in self._providers:
            self._providers[endpoint] = Provider(endpoint, self._models.patience, self._models.wire)
        return self._providers[endpoint]

    def _tell(self, live: Live) -> None:
        """Told at the end of this turn of the loop, with all that was said in it: streams are told in step."""
        if not self._said:
            asyncio.get_running_loop().call_soon(self._tell_all)
        self._said.append(live)

    def _tell_all(self) -> None:
        lives, self._said = tuple(self._said), []
        self.system.address(BROADCASTER).tell(Lives(lives))

    def _note(self, calls: NoteCalls) -> None:
        self.system.address(JOURNAL).tell(Write(calls))

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
