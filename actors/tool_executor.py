"""Runs the tools of a turn: reads the project, works out what a call intends, and has that written."""

import logging
from dataclasses import replace
from typing import Protocol, assert_never

from actors.messages import JOURNAL, ORCHESTRATOR, DropWork, Perform, Performed, WorkerInbox, Write
from actors.patience import patiently
from actors.runtime import Actor
from actors.unable import unable
from pipeline.commands import Act, Recall, Recollection
from pipeline.errors import ChangeRefusedError, ToolArgumentsError
from pipeline.ids import MessageId, ProjectId
from pipeline.project import Project
from pipeline.tools import carry_out
from storage.entries import ApplyTool

logger = logging.getLogger(__name__)


class Projects(Protocol):
    """What tools read."""

    def project(self, project: ProjectId) -> Project:
        """The project as it is stored, sources included."""

    def recollection(self, project: ProjectId, before: MessageId) -> Recollection:
        """The project, and what was said before that message."""


class ToolExecutor(Actor):
    """A tool's intents are applied and checked by Journal, in its transaction; the reply comes from there."""

    def __init__(self, projects: Projects) -> None:
        self._projects = projects

    def on_receive(self, message: WorkerInbox) -> None:
        """Run one tool call, or recall a project for a turn."""
        match message:
            case Perform():
                self._attempt(message)
            case DropWork():
                pass  # a tool call is over before anybody could stop it
            case _:
                assert_never(message)

    def _attempt(self, work: Perform) -> None:
        """A fault here fails the attempt; the actor lives on, for the work of all others passes through it."""
        try:
            with patiently(self, work):
                self._perform(work)
        except Exception as error:
            logger.exception("step failed", extra={"job": work.job, "step": work.key.step})
            self.system.address(ORCHESTRATOR).tell(unable(work, error))

    def _perform(self, work: Perform) -> None:
        if isinstance(work.command, Recall):
            reply = self._projects.recollection(work.project, work.command.before)
            performed = Performed(work.job, work.epoch, work.key, work.attempt, reply)
            self.system.address(ORCHESTRATOR).tell(performed)
        elif isinstance(work.command, Act):
            project = self._projects.project(work.project)
            self.system.address(JOURNAL).tell(Write(_intent(work, work.command, project)))
        else:
            message = f"a tool executor performs Act and Recall, not {type(work.command).__name__}"
            raise TypeError(message)


def _intent(work: Perform, act: Act, project: Project) -> ApplyTool:
    intent = ApplyTool(work.job, work.epoch, work.key, work.attempt, act.call)
    try:
        outcome = carry_out(act.call, project, seed=f"{work.job}:{work.key.step}:{work.key.ordinal}")
    except (ToolArgumentsError, ChangeRefusedError) as error:
        return replace(intent, refusal=str(error), refusal_code=error.code)
    return replace(intent, changes=outcome.changes, jobs=outcome.jobs, content=outcome.content, summary=outcome.summary)
