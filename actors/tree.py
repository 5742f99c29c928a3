"""The supervision tree: a list in start order; who falls alone, and who takes another along."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol

from actors.build_worker import Artifacts, BuildWorker, Checks
from actors.event_broadcaster import EventBroadcaster, Sink
from actors.inspector import Eyes, Inspector
from actors.journal import EntryWriter, Journal
from actors.llm import LLM, Models
from actors.llm.accounts import Books
from actors.llm.transcripts import Artifacts as Transcripts
from actors.messages import (
    BROADCASTER,
    BUILD_WORKER,
    INSPECTOR,
    JOURNAL,
    ORCHESTRATOR,
    STOPPER,
    TOOL_EXECUTOR,
    CatchUp,
    Perform,
    WorkLost,
)
from actors.messages import (
    LLM as LLM_NAME,
)
from actors.orchestrator import Orchestrator
from actors.orchestrator.admission import LIMITS, Limit
from actors.orchestrator.chances import Chances
from actors.orchestrator.doorman import Door
from actors.orchestrator.reads import Jobs
from actors.runtime import Actor, ActorSystem, ChildSpec, Failure
from actors.stopper import Stopper
from actors.tool_executor import Projects, ToolExecutor
from actors.work_in_hand import WorkInHand
from pipeline.jobs import JobKind

UNBLOCKED = 1_000_000
"""Those that Journal sends to, and Journal, have room for more than there can be: a send from Journal never blocks."""


STUCK_S = 60.0
"""So long one message may be in hand of an actor that waits for nobody; a disk may stall for many seconds."""
CUT_SHORT_S = 5.0
"""So long one has to come back once its child is killed; thrown out while it starts one, it would leave that behind."""
CHECKED_S = 90.0
"""So long a check may take, with its program's start; its own limits are far below."""


class Reads(Jobs, Projects, Protocol):
    """What actors read of the store."""


class Store(Artifacts, Transcripts, Protocol):
    """Where bundles and transcripts are kept."""


@dataclass(frozen=True)
class Parts:
    """What the actors are made of; app brings it."""

    writer: EntryWriter
    reader: Reads
    artifacts: Store
    sink: Sink
    history: str
    books: Books
    models: Models
    checks: Callable[[], Checks]
    eyes: Callable[[], Eyes | str]
    chances: Chances
    build_workers: int = 2
    limits: Mapping[JobKind, Limit] = field(default_factory=lambda: LIMITS)
    check_limit_s: float = CHECKED_S


def tree(parts: Parts) -> Sequence[ChildSpec]:
    """Journal first, for all the others write; Orchestrator last, for its start dispatches every open job.

    When Journal dies, Orchestrator is restarted with it: what was between a commit and its sends must be derived again.
    A Journal that hangs cannot be replaced: it holds the database against any other.
    """
    door = Door()
    return (
        _spec(JOURNAL, lambda: Journal(parts.writer, door), restarts_with=(ORCHESTRATOR,), drains=True, vital=True),
        _spec(BROADCASTER, lambda: EventBroadcaster(parts.sink, parts.history)),
        _spec(LLM_NAME, lambda: LLM(parts.models, parts.books, parts.artifacts), message_limit_s=_asked_s(parts)),
        _spec(TOOL_EXECUTOR, lambda: ToolExecutor(parts.reader)),
        *_building(parts),
        _orchestrator(parts, door),
    )


def _asked_s(parts: Parts) -> float:
    """A call keeps its own time; whoever is still at it after all of that hangs."""
    return parts.models.longest_s + STUCK_S


def _building(parts: Parts) -> Sequence[ChildSpec]:
    """The pool, and who can stop what the pool is busy with."""
    hands = WorkInHand()
    return (
        _spec(
            BUILD_WORKER,
            lambda: BuildWorker(parts.checks, parts.artifacts, hands),
            instances=parts.build_workers,
            start_timeout_s=15.0,
            message_limit_s=parts.check_limit_s,
            kill_grace_s=CUT_SHORT_S,
        ),
        _spec(STOPPER, lambda: Stopper(hands)),
        _spec(INSPECTOR, lambda: Inspector(parts.eyes, parts.artifacts), kill_grace_s=CUT_SHORT_S),
    )


def _orchestrator(parts: Parts, door: Door) -> ChildSpec:
    incarnations = count()
    return _spec(
        ORCHESTRATOR,
        lambda: Orchestrator(
            parts.reader, parts.chances, fresh=next(incarnations) == 0, limits=parts.limits, door=door
        ),
        start_timeout_s=30.0,
    )


def _spec(name: str, start: Callable[[], Actor], **settings: Any) -> ChildSpec:  # noqa: ANN401  # those of ChildSpec
    return ChildSpec(name, start, UNBLOCKED, **{"message_limit_s": STUCK_S, **settings})


def report_to(system: ActorSystem) -> Callable[[Failure], None]:
    """A hook for the supervisor: whoever owns the work that was in a dead actor's hand hears of it.

    What Journal had committed, or EventBroadcaster in hand, may be untold: the clients then read it from the store.
    """

    def report(failure: Failure) -> None:
        if failure.child in (JOURNAL, BROADCASTER):
            system.address(BROADCASTER).tell(CatchUp(), urgent=True)
        if isinstance(failure.message, Perform):
            lost = WorkLost(failure.message, failure.traceback)
            system.address(ORCHESTRATOR).tell(lost)  # in line: it may have told its reply before it died

    return report
