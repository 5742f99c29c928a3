"""What the tests of the runtime share: a clock to turn, a tree with its ears, and small actors."""

import threading
from collections.abc import Callable, Sequence
from queue import Queue
from typing import Any, TypeVar

from actors.runtime import (
    Action,
    Actor,
    ActorSystem,
    AsyncActor,
    BatchActor,
    ChildSpec,
    Decision,
    Envelope,
    Failure,
    Supervisor,
)

PATIENCE_S = 30.0
T = TypeVar("T")


def heard(queue: "Queue[T]") -> T:
    """The next thing from a queue; fails where nothing comes."""
    return queue.get(timeout=PATIENCE_S)


def came(event: threading.Event) -> bool:
    return event.wait(PATIENCE_S)


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now_s = 1_000.0

    def __call__(self) -> float:
        return self.now_s


class Play:
    """A system with one supervisor, and queues of what its hooks hear."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.system = ActorSystem(clock=self.clock) if clock else ActorSystem()
        self.failures: Queue[Failure] = Queue()
        self.decisions: Queue[Decision] = Queue()
        self.given_up: Queue[str] = Queue()
        self.supervisors: list[Supervisor] = []

    def supervise(self, specs: Sequence[ChildSpec], **settings: Any) -> Supervisor:  # noqa: ANN401
        hooks = {
            "on_failure": self.failures.put,
            "on_decision": self.decisions.put,
            "on_give_up": self.given_up.put,
        }
        supervisor = Supervisor(self.system, specs, **(hooks | settings))
        self.supervisors.append(supervisor)
        return supervisor

    def start(self, specs: Sequence[ChildSpec], **settings: Any) -> Supervisor:  # noqa: ANN401
        supervisor = self.supervise(specs, **settings)
        supervisor.start()
        return supervisor

    def ask(self, name: str, message: object) -> object:
        return self.system.address(name).ask(message, timeout_s=PATIENCE_S)

    def tell(self, name: str, message: object) -> None:
        self.system.address(name).tell(message)

    def decided(self, action: Action) -> Decision:
        """The next decision of this kind."""
        while (decision := heard(self.decisions)).action is not action:
            pass
        return decision

    def advance(self, seconds: float) -> None:
        self.clock.now_s += seconds
        self.system.timers.look_again()

    def close(self) -> None:
        for supervisor in self.supervisors:
            supervisor.stop(PATIENCE_S)
        self.system.stop()


class Echo(Actor):
    """Answers what it is told; raises what it is told to raise; calls what it is told to call."""

    def on_receive(self, message: object) -> object:
        if isinstance(message, BaseException):
            raise message
        return message() if callable(message) else message


class Batched(BatchActor):
    """Answers each of a batch as Echo does."""

    def on_batch(self, envelopes: Sequence[Envelope]) -> None:
        for envelope in envelopes:
            envelope.reply(Echo.on_receive(Echo(), envelope.message))


class Hosted(AsyncActor):
    """Answers on its event loop as Echo does."""

    async def on_receive(self, message: object) -> object:
        return Echo.on_receive(Echo(), message)


class Diarist(Echo):
    """Writes its starts and stops into a common diary."""

    def __init__(self, name: str, diary: "Queue[str]", fault: Callable[[], None] | None = None) -> None:
        self._name = name
        self._diary = diary
        self._fault = fault

    def on_start(self) -> None:
        self._diary.put(f"+{self._name}")
        if self._fault is not None:
            self._fault()

    def on_stop(self) -> None:
        self._diary.put(f"-{self._name}")


def diarist(name: str, diary: "Queue[str]", **spec: Any) -> ChildSpec:  # noqa: ANN401
    return ChildSpec(name, lambda: Diarist(name, diary), **spec)


def read(diary: "Queue[str]", count: int) -> str:
    return " ".join(heard(diary) for _ in range(count))
