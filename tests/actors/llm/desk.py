"""The real LLM actor, asked as the orchestrator asks it, with ears where it tells."""

from dataclasses import dataclass, field
from queue import Queue
from typing import Any, TypeVar

from actors.llm import LLM, Endpoint
from actors.messages import BROADCASTER, ORCHESTRATOR, AttemptFailed, DropWork, Live, Perform, Performed
from actors.messages import LLM as LLM_NAME
from actors.runtime import Actor, ActorSystem, ChildSpec, Failure, Supervisor
from pipeline.chat import ChatMessage, ModelAnswer
from pipeline.commands import AskModel
from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.replay import Key
from tests.actors.llm.faulty import Call, FaultyServer

PATIENCE_S = 30.0
KEY = "a-key-that-looks-like-none"
JOB = JobId("job_1")
HELLO = ChatMessage(role="user", content="Hello?")
T = TypeVar("T")


class Ears(Actor):
    """Keeps what it is told."""

    def __init__(self, heard: "Queue[Any]") -> None:
        self._heard = heard

    def on_receive(self, message: object) -> None:
        self._heard.put(message)


@dataclass
class Desk:
    """`news` is what the orchestrator hears, `live` what the broadcaster does."""

    server: FaultyServer
    news: "Queue[Performed | AttemptFailed]" = field(default_factory=Queue)
    live: "Queue[Live]" = field(default_factory=Queue)
    failures: "Queue[Failure]" = field(default_factory=Queue)

    def __post_init__(self) -> None:
        self._supervisors: list[Supervisor] = []
        self.system = ActorSystem()
        self._run(ChildSpec(ORCHESTRATOR, lambda: Ears(self.news)), ChildSpec(BROADCASTER, lambda: Ears(self.live)))

    def open(self, **settings: Any) -> None:  # noqa: ANN401
        """Start the actor; settings of its endpoint may differ."""
        where = {"provider": "Acme", "base_url": self.server.base_url, "api_key": KEY}
        models = {"plan": "m-plan", "write": "m-write", "repair": "m-repair"}
        endpoint = Endpoint(**{**where, "models": models, "read_timeout_s": PATIENCE_S, **settings})
        self._run(ChildSpec(LLM_NAME, lambda: LLM(endpoint)))

    def close(self) -> None:
        for supervisor in reversed(self._supervisors):
            supervisor.stop(PATIENCE_S)
        self.system.stop()
        while not self.server.calls.empty():
            self.server.calls.get()

    def ask(self, work: Perform | None = None) -> Perform:
        work = work or ask()
        self.system.address(LLM_NAME).tell(work)
        return work

    def drop(self, work: Perform) -> None:
        self.system.address(LLM_NAME).tell(DropWork(work.job, work.epoch), urgent=True)

    def called(self) -> Call:
        """The next request that the server gets."""
        return taken(self.server.calls)

    def answered(self) -> ModelAnswer:
        """The next news, which must be an answer."""
        news = taken(self.news)
        assert isinstance(news, Performed), news
        assert isinstance(news.reply, ModelAnswer)
        return news.reply

    def failed(self) -> AttemptFailed:
        """The next news, which must be a failure."""
        news = taken(self.news)
        assert isinstance(news, AttemptFailed), news
        assert KEY not in news.error.model_dump_json()
        return news

    def kill(self) -> None:
        self._supervisors[-1].kill(LLM_NAME)

    def _run(self, *specs: ChildSpec) -> None:
        supervisor = Supervisor(self.system, specs, on_failure=self.failures.put)
        supervisor.start()
        self._supervisors.append(supervisor)


def taken(queue: "Queue[T]") -> T:
    return queue.get(timeout=PATIENCE_S)


def ask(*, epoch: int = 1, attempt: int = 1, ordinal: int = 0, **fields: Any) -> Perform:  # noqa: ANN401
    """Work for the model: by default a round of a turn."""
    whole = {"role": "plan", "messages": (HELLO,), "to": MessageId("msg_1"), **fields}
    command = AskModel.model_validate(whole)
    return Perform(ProjectId("prj_1"), JOB, epoch, Key("ask", ordinal), attempt, command)
