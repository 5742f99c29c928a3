"""One attempt of one question: the models of its role in order, until one answers."""

from dataclasses import dataclass
from itertools import zip_longest

from actors.llm.adapters.adapter import Question
from actors.llm.call import Call, Service
from actors.llm.endpoint import Candidate
from actors.llm.failures import OUTAGES, REFUSALS, ModelFailureError
from actors.llm.images import data_urls
from actors.messages import Perform
from pipeline.chat import ModelAnswer
from pipeline.commands import AskModel
from pipeline.events import ModelFallback
from storage.calls import NoteCalls

LONG_LIMIT_S = 30.0
"""A server that asks us to wait for longer is taken for one that is out."""


@dataclass(frozen=True)
class Attempt:
    """A refusal goes to the next model at once, an outage from the second attempt on: one hiccup changes nothing.

    Once words of an answer were told, no other model goes on: the next attempt begins anew, and says so.
    """

    service: Service
    work: Perform
    ask: AskModel

    async def answer(self, candidates: tuple[Candidate, ...]) -> ModelAnswer:
        """What the first that answers says. Raises ModelFailureError: one that may pass, if there was any."""
        images = await data_urls(self.service.artifacts, self.ask.messages)
        met: list[ModelFailureError] = []
        for candidate, following in zip_longest(candidates, candidates[1:]):
            call = Call(self.service, self.work, self.ask, candidate)
            lacks = self.service.provider(candidate.endpoint).lacks(candidate.model)
            tuning = (candidate.temperature, candidate.reasoning_effort)
            try:
                return await call.answer(Question(self.ask, candidate.model, lacks, *tuning, images))
            except ModelFailureError as failure:
                met.append(failure)
                if following is None or call.was_heard or not self._is_reason(failure):
                    break
                self._tell_of(candidate, following, failure)
        raise next((failure for failure in met if failure.is_passing), met[0])

    def _is_reason(self, failure: ModelFailureError) -> bool:
        """Whether to ask another model."""
        if failure.code in OUTAGES:
            return self.work.attempt > 1
        is_long = (failure.context.retry_after_s or 0.0) > LONG_LIMIT_S
        return failure.code in REFUSALS or failure.code == "model.circuit-open" or is_long

    def _tell_of(self, candidate: Candidate, following: Candidate, failure: ModelFailureError) -> None:
        told = ModelFallback(
            job=self.work.job,
            step=self.work.key.step,
            attempt=self.work.attempt,
            model=candidate.model,
            provider=candidate.endpoint.provider,
            instead=following.model,
            instead_provider=following.endpoint.provider,
            code=failure.code,
            reason=failure.context.message,
        )
        self.service.note(NoteCalls(self.work.job, events=(told,)))
