"""The supervision tree: a list in start order; who falls alone, and who takes another along."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from actors.build_worker import Artifacts, BuildWorker, Checks
from actors.event_broadcaster import EventBroadcaster
from actors.journal import EntryWriter, Journal
from actors.llm import LLM, Endpoint
from actors.messages import (
    BROADCASTER,
    BUILD_WORKER,
    JOURNAL,
    ORCHESTRATOR,
    STOPPER,
    TOOL_EXECUTOR,
    CatchUp,
    Perform,
    Sink,
    WorkLost,
)
from actors.messages import (
    LLM as LLM_NAME,
)
from actors.orchestrator import Orchestrator
from actors.orchestrator.admission import LIMITS, Limit
from actors.orchestrator.chances import Chances
from actors.orchestrator.reads import Jobs
from actors.runtime import ActorSystem, ChildSpec, Failure
from actors.stopper import Stopper
from actors.tool_executor import Projects, ToolExecutor
from actors.work_in_hand import WorkInHand
from pipeline.jobs import JobKind

UNBLOCKED = 1_000_000
"""Those that Journal sends to, and Journal, have room for more than there can be: a send from Journal never blocks."""


class Reads(Jobs, Projects, Protocol):
    """What actors read of the store."""


@dataclass(frozen=True)
class Parts:
    """What the actors are made of; app brings it."""

    writer: EntryWriter
    reader: Reads
    artifacts: Artifacts
    sink: Sink
    history: str
    endpoint: Endpoint
    checks: Callable[[], Checks]
    chances: Chances
    build_workers: int = 2
    limits: Mapping[JobKind, Limit] = field(default_factory=lambda: LIMITS)


def tree(parts: Parts) -> Sequence[ChildSpec]:
    """Journal first, for all the others write; Orchestrator last, for its start dispatches every open job.

    When Journal dies, Orchestrator is restarted with it: what was between a commit and its sends must be derived again.
    """
    incarnations = count()
    return (
        ChildSpec(JOURNAL, lambda: Journal(parts.writer), UNBLOCKED, restarts_with=(ORCHESTRATOR,), drains=True),
        ChildSpec(BROADCASTER, lambda: EventBroadcaster(parts.sink, parts.history), UNBLOCKED),
        ChildSpec(LLM_NAME, lambda: LLM(parts.endpoint), UNBLOCKED),
        ChildSpec(TOOL_EXECUTOR, lambda: ToolExecutor(parts.reader), UNBLOCKED),
        *_building(parts),
        ChildSpec(
            ORCHESTRATOR,
            lambda: Orchestrator(parts.reader, parts.chances, fresh=next(incarnations) == 0, limits=parts.limits),
            UNBLOCKED,
            start_timeout_s=30.0,
        ),
    )


def _building(parts: Parts) -> Sequence[ChildSpec]:
    """The pool, and who can stop what the pool is busy with."""
    hands = WorkInHand()
    return (
        ChildSpec(
            BUILD_WORKER,
            lambda: BuildWorker(parts.checks, parts.artifacts, hands),
            UNBLOCKED,
            instances=parts.build_workers,
            start_timeout_s=15.0,
        ),
        ChildSpec(STOPPER, lambda: Stopper(hands), UNBLOCKED),
    )


def report_to(system: ActorSystem) -> Callable[[Failure], None]:
    """A hook for the supervisor: whoever owns the work that was in a dead actor's hand hears of it.

    What Journal had committed, or EventBroadcaster in hand, may be untold: the clients then read it from the store.
    """

    def report(failure: Failure) -> None:
        if failure.child in (JOURNAL, BROADCASTER):
            system.address(BROADCASTER).tell(CatchUp(), urgent=True)
        if isinstance(failure.message, Perform):
            lost = WorkLost(failure.message, failure.traceback)
            system.address(ORCHESTRATOR).tell(lost, urgent=True)

    return report
