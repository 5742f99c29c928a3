"""What each answer did besides speaking, from the events that told of it: its tool calls, and its plan."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from peewee import SqliteDatabase

from pipeline.events import PlanCreated, PlanView, ToolComplete, ToolError, ToolStart, ToolView
from pipeline.events.event import Event
from pipeline.ids import JobId, ProjectId
from storage import models
from storage.codec import decode
from storage.reading.rows import all_rows

TOLD: dict[str, type[Event]] = {kind.wire_name(): kind for kind in (ToolStart, ToolComplete, ToolError, PlanCreated)}
"""The events that a conversation is told by; retention keeps them."""


@dataclass
class Doings:
    """The tool calls of one answer by their id, each as it stands now, and its plan."""

    tools: dict[str, ToolView] = field(default_factory=dict)
    plan: PlanView | None = None

    def hear(self, told: Event) -> None:
        """Take one more event into account."""
        match told:
            case ToolStart():
                self.tools[told.call] = ToolView(call=told.call, name=told.name)
            case ToolComplete():
                self._end(ToolView(call=told.call, name=told.name, status="done", summary=told.summary))
            case ToolError():
                self._end(ToolView(call=told.call, name=told.name, status="refused", summary=told.message))
            case PlanCreated():
                self.plan = PlanView(title=told.title, scenes=told.scenes)
            case _:
                pass

    def _end(self, tool: ToolView) -> None:
        self.tools[tool.call] = tool


def doings(database: SqliteDatabase, project: ProjectId) -> dict[JobId, Doings]:
    """Turn → what it did, of all turns of a project that did something."""
    event = models.Event
    ours = (event.project == project) & event.type.in_(list(TOLD))
    rows = all_rows(database, event.select(event.type, event.job, event.data).where(ours).order_by(event.seq))
    return _by_turn((JobId(row["job"]), decode(TOLD[row["type"]], row["data"])) for row in rows)


def _by_turn(told: Iterable[tuple[JobId, Event]]) -> dict[JobId, Doings]:
    done: dict[JobId, Doings] = {}
    for turn, event in told:
        done.setdefault(turn, Doings()).hear(event)
    return done
