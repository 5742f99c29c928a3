"""Passes sources through the gates and bundles through the render check, in children that can be killed."""

import logging
from collections.abc import Callable
from typing import Protocol, assert_never

from actors.gates.errors import GateInterruptedError
from actors.gates.passed import Passed
from actors.messages import BROADCASTER, ORCHESTRATOR, AttemptFailed, DropWork, Perform, Performed, WorkerInbox
from actors.passing import Passing
from actors.patience import patiently
from actors.runtime import Actor
from actors.unable import unable
from actors.work_in_hand import WorkInHand
from pipeline.commands import Build, RenderCheck
from pipeline.findings import Verdict
from pipeline.ids import Sha256
from storage.errors import MissingArtifactError, StoreUnavailableError

logger = logging.getLogger(__name__)


class Checks(Protocol):
    """The gates, of which each worker has its own."""

    def build(self, source: str, passed: Passed) -> tuple[Verdict, bytes | None]:
        """The verdict before rendering, and the bundle if there is one; `passed` is told of what is under way."""

    def render(self, bundle: bytes, command: RenderCheck, passed: Passed) -> Verdict:
        """The verdict of really rendering sampled frames, told of likewise."""

    def interrupt(self) -> None:
        """From any thread: end what is being checked now."""

    def close(self) -> None:
        """End every child."""


class Artifacts(Protocol):
    """Where bundles lie."""

    def put(self, content: bytes, kind: str) -> Sha256:
        """Store bytes under their hash, durably."""

    def need(self, name: Sha256) -> bytes:
        """The bytes of that hash, which a row names. Raises MissingArtifactError."""


class BuildWorker(Actor):
    """One of a pool that pulls from one mailbox; what it has in hand can be ended from outside, by way of `hands`."""

    def __init__(self, checks: Callable[[], Checks], artifacts: Artifacts, hands: WorkInHand) -> None:
        self._make_checks = checks
        self._artifacts = artifacts
        self._hands = hands

    def on_start(self) -> None:
        """Have the gates ready, with a child warm."""
        self._checks = self._make_checks()

    def cut_short(self) -> None:
        """Nobody waits for a check when it is to stop."""
        self._checks.interrupt()

    def on_stop(self) -> None:
        """Leave no child behind."""
        self._checks.close()

    def on_receive(self, message: WorkerInbox) -> None:
        """Judge one source or bundle."""
        match message:
            case Perform():
                with patiently(self, message):
                    self._attempt(message)
            case DropWork():
                self._hands.drop(message)
            case _:
                assert_never(message)

    def _attempt(self, work: Perform) -> None:
        """What nobody wants is neither done nor answered.

        Work that is cut short otherwise dies with this life of the worker and is asked for again at once.
        """
        with self._hands.holding(work, self._checks.interrupt, self.abandoned) as wanted:
            if not wanted:
                return
            try:
                outcome = self._outcome(work)
            except GateInterruptedError:
                if self._hands.is_wanted(work):
                    raise  # it shall stop: the work is dispatched again, and this is no attempt that failed
                return
        self.system.address(ORCHESTRATOR).tell(outcome)

    def _outcome(self, work: Perform) -> Performed | AttemptFailed:
        """A fault of the gates fails the attempt, and the next one gets new gates; a rejection is no fault."""
        try:
            return Performed(work.job, work.epoch, work.key, work.attempt, self._judged(work))
        except (GateInterruptedError, StoreUnavailableError):
            raise  # it shall stop, or the store is not there: no attempt that failed
        except MissingArtifactError as error:
            return unable(work, error)  # no fault of the gates
        except Exception as error:
            logger.exception("step failed", extra={"job": work.job, "step": work.key.step})
            self._checks.close()
            self._checks = self._make_checks()
            return unable(work, error)

    def _judged(self, work: Perform) -> Verdict:
        passed = Passing(work, self.system.address(BROADCASTER).tell)
        if isinstance(work.command, RenderCheck):
            return self._checks.render(self._artifacts.need(work.command.bundle), work.command, passed)
        if isinstance(work.command, Build):
            return self._built(work.command, passed)
        message = f"a build worker performs Build and RenderCheck, not {type(work.command).__name__}"
        raise TypeError(message)

    def _built(self, command: Build, passed: Passed) -> Verdict:
        verdict, code = self._checks.build(command.source, passed)
        return verdict.model_copy(update={"bundle": self._artifacts.put(code, "bundle")}) if code else verdict
