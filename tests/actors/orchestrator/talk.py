"""Talks with an open job as the world does: it asks, hears, fails; the clock and chance are turned by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actors.messages import AttemptFailed, Perform, Performed, WorkLost
from actors.orchestrator.chances import Chances
from actors.orchestrator.move import Move
from actors.orchestrator.open_job import OpenJob
from pipeline.commands import Recollection
from pipeline.failures import ErrorClass, ErrorContext
from pipeline.flows import flow_of
from pipeline.ids import JobId, MessageId, ProjectId, SceneId
from pipeline.jobs import ComponentBrief, JobStatus, TurnBrief
from pipeline.replay import Key
from pipeline.value import Value
from storage.entries import Recorded
from storage.stored import StoredJob, Tries
from tests.pipeline.play import a_brief, a_project, answer, call

NOW = 1_790_000_000.0
ASKED, ANSWER = MessageId("msg_asked"), MessageId("msg_answer")
KNOWN: dict[str, Any] = {"status": JobStatus.RUNNING, "epoch": 3}
"""The row of a job that ran in an earlier life of the process or of the actor."""
TURN = TurnBrief(message=ASKED, answer=ANSWER, content="a teaser")
RECALL, ASK, ACT_1, ACT_2 = Key("recall", 0), Key("ask", 0), Key("act", 0), Key("act", 1)
GENERATE, BUILD, VALIDATE, PUBLISH = Key("generate", 0), Key("build", 0), Key("validate", 0), Key("publish", 0)
RECOLLECTION = Recollection(project=a_project())
TWO_CALLS = answer("Let me see.", call("set_project", number=1), call("set_project", '{"name": "B"}', number=2))


@dataclass
class Hands:
    """The clock and the dice of one test."""

    now: float = NOW
    dice: float = 0.5

    def chances(self) -> Chances:
        return Chances(lambda: self.now, lambda: self.dice)


@dataclass
class Talk:
    """One open job, and what the world says to it."""

    job: OpenJob
    hands: Hands = field(default_factory=Hands)

    def hear(self, work: Perform, reply: Value) -> Move:
        return moved(self.job.told(performed(work, reply)))

    def note(self, work: Perform, reply: Value) -> Move:
        return moved(self.job.told(Recorded(work.job, work.key, reply)))

    def fail(self, work: Perform, *, passing: bool = True, retry_after_s: float | None = None) -> Move:
        kind = ErrorClass.TRANSIENT if passing else ErrorClass.POLICY
        context = error(error_class=kind, step=work.key.step, attempt=work.attempt, retry_after_s=retry_after_s)
        return moved(self.job.told(AttemptFailed(work.job, work.epoch, work.key, work.attempt, context)))

    def lose(self, work: Perform) -> Move:
        return moved(self.job.told(WorkLost(work, "it died")))


def moved(move: Move | None) -> Move:
    assert move is not None, "nothing follows"
    return move


def error(**fields: Any) -> ErrorContext:  # noqa: ANN401
    return ErrorContext.model_validate({"code": "model.outage", "message": "It is down.", **fields})


def performed(work: Perform, reply: Value = RECOLLECTION, epoch: int | None = None) -> Performed:
    return Performed(work.job, work.epoch if epoch is None else epoch, work.key, work.attempt, reply)


def told(move: Move) -> list[str]:
    """The wire names of the events of a move, its end's included."""
    events = move.advance.events + (move.end.events if move.end else ())
    return [event.wire_name() for event in events]


def asked(move: Move) -> list[tuple[Key, int]]:
    """What a move asks, with the number of the attempt."""
    return [(work.key, work.attempt) for work in move.perform]


def a_turn_that_acts() -> Talk:
    """A turn that asked for two tool calls, in hand but not yet begun."""
    recorded: dict[Key, Value] = {RECALL: RECOLLECTION, ASK: TWO_CALLS}
    return a_turn(recorded, {RECALL: 1, ASK: 1, ACT_1: 1, ACT_2: 1}, **KNOWN)


def a_turn(
    recorded: Mapping[Key, Value] | None = None,
    attempts: Mapping[Key, int] | None = None,
    **stored: Any,  # noqa: ANN401
) -> Talk:
    """A turn, not yet begun."""
    return _talk(TURN, recorded, attempts, {"kind": "turn", "message": ANSWER, **stored})


def a_component(
    recorded: Mapping[Key, Value] | None = None,
    attempts: Mapping[Key, int] | None = None,
    brief: ComponentBrief | None = None,
    tries: Mapping[Key, Tries] | None = None,
    **stored: Any,  # noqa: ANN401
) -> Talk:
    """A component job, not yet begun; `tries` says more of its attempts than their number."""
    marks = {"kind": "component", "scene": SceneId("scene_1"), "generation": 1}
    return _talk(brief or a_brief(), recorded, attempts, {**marks, **stored}, tries)


def as_stored(**fields: Any) -> StoredJob:  # noqa: ANN401
    """A job as its row has it."""
    blank = dict.fromkeys(StoredJob.__dataclass_fields__)
    known = {"id": JobId("job_1"), "project": ProjectId("project_1"), "status": JobStatus.QUEUED, "epoch": 0}
    counts = {
        "attempt": 1,
        "percent": 0,
        "retry_count": 0,
        "number": 1,
        "priority": 0,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return StoredJob(**{**blank, **known, **counts, "created_at": NOW, "updated_at": NOW, **fields})


def _talk(
    brief: TurnBrief | ComponentBrief,
    recorded: Mapping[Key, Value] | None,
    attempts: Mapping[Key, int] | None,
    stored: dict[str, Any],
    tries: Mapping[Key, Tries] | None = None,
) -> Talk:
    hands = Hands()
    job = OpenJob(
        as_stored(input=brief.model_dump_json(), **stored),
        flow_of(brief),
        recorded or {},
        tries or {key: Tries(begun, under_way=key not in (recorded or {})) for key, begun in (attempts or {}).items()},
        hands.chances(),
    )
    return Talk(job, hands)
