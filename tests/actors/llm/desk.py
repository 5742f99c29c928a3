"""The real LLM actor, asked as the orchestrator asks it, with ears where it tells."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from queue import Queue
from typing import Any, TypeVar, get_args

from actors.llm import LLM, Candidate, Endpoint, Models, Patience
from actors.messages import (
    BROADCASTER,
    JOURNAL,
    ORCHESTRATOR,
    AttemptFailed,
    DropWork,
    Live,
    Lives,
    Perform,
    Performed,
    SendOn,
    Write,
)
from actors.messages import LLM as LLM_NAME
from actors.runtime import Actor, ActorSystem, ChildSpec, Failure, Supervisor
from pipeline.chat import ChatMessage, ModelAnswer
from pipeline.commands import AskModel, ModelRole
from pipeline.events import Event, JobProgress
from pipeline.ids import JobId, MessageId, ProjectId, Sha256
from pipeline.replay import Key
from pipeline.spending import Budgets, Spent
from storage.calls import ModelCall, NoteCalls
from storage.errors import NotFoundError, StoreUnavailableError
from tests.actors.llm.faulty import Call, FaultyServer

PATIENCE_S = 30.0
KEY = "a-key-that-looks-like-none"
JOB = JobId("job_1")
HELLO = ChatMessage(role="user", content="Hello?")
T = TypeVar("T")


class Ears(Actor):
    """Keeps what it is told; of several at once, each."""

    def __init__(self, heard: "Queue[Any]") -> None:
        self._heard = heard

    def on_receive(self, message: object) -> None:
        for told in message.lives if isinstance(message, Lives) else (message,):
            self._heard.put(told)


class Listener(Actor):
    """Keeps what is told live; how far jobs are apart from the rest."""

    def __init__(self, heard: "Queue[Live]", how_far: "Queue[JobProgress]") -> None:
        self._heard = heard
        self._how_far = how_far

    def on_receive(self, message: Lives) -> None:
        for told in message.lives:
            if isinstance(told.update, JobProgress):
                self._how_far.put(told.update)
            else:
                self._heard.put(told)


class Journal(Actor):
    """Keeps what it is to write, and sends on."""

    def __init__(self, noted: "Queue[NoteCalls]") -> None:
        self._noted = noted

    def on_receive(self, message: Write | SendOn) -> None:
        if isinstance(message, Write):
            assert isinstance(message.entry, NoteCalls)
            self._noted.put(message.entry)
        else:
            for sending in message.sendings:
                self.system.address(sending.to).tell(sending.message)


@dataclass
class Shelf:
    """Artifacts and what was spent: the edges of the actor towards the store."""

    spending: Spent = field(default_factory=lambda: Spent(job=JOB))
    kept: dict[str, bytes] = field(default_factory=dict)
    is_full: bool = False
    silent: int = 0
    """So many more reads of the books find no store."""

    def spent(self, job: JobId) -> Spent:
        assert job == JOB
        if self.silent:
            self.silent -= 1
            raise StoreUnavailableError("the disk is away")
        return self.spending

    def put(self, content: bytes, kind: str) -> Sha256:
        if self.is_full:
            raise StoreUnavailableError("no room")
        assert kind in {"model-request", "model-response"}
        name = Sha256(hashlib.sha256(content).hexdigest())
        self.kept[name] = content
        return name

    def get(self, name: Sha256) -> bytes:
        if name not in self.kept:
            message = f"there is no artifact {name}"
            raise NotFoundError(message)
        return self.kept[name]


@dataclass
class Desk:
    """`news` is what the orchestrator hears, `live` what the broadcaster does, `noted` what the journal is to write."""

    server: FaultyServer
    news: "Queue[Performed | AttemptFailed]" = field(default_factory=Queue)
    live: "Queue[Live]" = field(default_factory=Queue)
    how_far: "Queue[JobProgress]" = field(default_factory=Queue)
    noted: "Queue[NoteCalls]" = field(default_factory=Queue)
    failures: "Queue[Failure]" = field(default_factory=Queue)
    shelf: Shelf = field(default_factory=Shelf)

    def __post_init__(self) -> None:
        self._supervisors: list[Supervisor] = []
        self.system = ActorSystem()
        self._run(
            ChildSpec(JOURNAL, lambda: Journal(self.noted)),
            ChildSpec(ORCHESTRATOR, lambda: Ears(self.news)),
            ChildSpec(BROADCASTER, lambda: Listener(self.live, self.how_far)),
        )

    def open(self, *, others: Sequence[str] = (), budgets: Budgets | None = None, **settings: Any) -> None:  # noqa: ANN401
        """Start the actor; settings of its endpoint, of its patience or of how a model is asked may differ."""
        endpoint = Endpoint(
            **{"provider": "Acme", "base_url": self.server.base_url, "api_key": KEY, **_of(Endpoint, settings)}
        )
        patience = Patience(**{"read_timeout_s": PATIENCE_S, **_of(Patience, settings)})
        tuning = _of(Candidate, settings)
        by_role = {
            role: tuple(Candidate(endpoint, model, **tuning) for model in (f"m-{role}", *others))
            for role in get_args(ModelRole)
        }
        models = Models(by_role, patience, budgets or Budgets())
        self._run(ChildSpec(LLM_NAME, lambda: LLM(models, self.shelf, self.shelf)))

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

    def note(self) -> ModelCall:
        """The next call that is noted."""
        while not (calls := taken(self.noted).calls):
            pass
        return calls[0]

    def event(self) -> Event:
        """The next event that is to be stored."""
        while not (events := taken(self.noted).events):
            pass
        return events[0]

    def kill(self) -> None:
        self._supervisors[-1].kill(LLM_NAME)

    def _run(self, *specs: ChildSpec) -> None:
        supervisor = Supervisor(self.system, specs, on_failure=self.failures.put)
        supervisor.start()
        self._supervisors.append(supervisor)


def _of(kind: type[Any], settings: dict[str, Any]) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {name: value for name, value in settings.items() if name in names}


def taken(queue: "Queue[T]") -> T:
    return queue.get(timeout=PATIENCE_S)


def ask(*, epoch: int = 1, attempt: int = 1, ordinal: int = 0, **fields: Any) -> Perform:  # noqa: ANN401
    """Work for the model: by default a round of a turn."""
    whole = {"role": "plan", "messages": (HELLO,), "to": MessageId("msg_1"), **fields}
    command = AskModel.model_validate(whole)
    return Perform(ProjectId("prj_1"), JOB, epoch, Key("ask", ordinal), attempt, command)
