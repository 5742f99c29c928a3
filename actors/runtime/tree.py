"""What a supervisor does about its children. Everything here runs on the supervisor's desk, so nothing races."""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING

from actors.runtime.children import Child, Restart
from actors.runtime.deadlines import Deadlines
from actors.runtime.decisions import Action, Decisions
from actors.runtime.errors import HungError, StoppedError
from actors.runtime.failures import Failure
from actors.runtime.incarnation import Incarnation, Witness
from actors.runtime.strategy import affected
from actors.runtime.watching import Ended

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors.runtime.desk import Desk
    from actors.runtime.policy import Verdict
    from actors.runtime.reply import Reply
    from actors.runtime.rules import Rules
    from actors.runtime.system import ActorSystem

logger = logging.getLogger(__name__)


class Tree:
    """Children in start order. `up` says whether it is meant to run."""

    def __init__(
        self,
        children: Sequence[Child],
        rules: Rules,
        decisions: Decisions,
        *,
        desk: Desk,
        witness: Witness,
        system: ActorSystem,
    ) -> None:
        self.up = False
        self.children = list(children)
        for child in self.children:
            child.budget = rules.budget
        self.strategy = rules.strategy
        self._witness = witness
        self._timers = system.timers
        self._watchers = system.watchers
        self._deadlines = Deadlines(system.timers, desk, decisions, abandoned=self._was_abandoned, hung=rules.on_hang)
        self._rules = rules
        self._decisions = decisions
        self._desk = desk
        self._outcome: Reply[None] | None = None
        self._unstarted: set[Child] = set()

    def launch(self, outcome: Reply[None]) -> None:
        """Start all in order; `outcome` is set when the last has started, or when one could not."""
        if self.up:
            outcome.fail(RuntimeError("the tree has been started already; stop it first"))
            return
        self.up, self._outcome, self._unstarted = True, outcome, set(self.children)
        for child in self.children:
            child.held = False
            child.open()
        self.bring_up(self.children)

    def shut_down(self, outcome: Reply[None], timeout_s: float) -> None:
        """Stop all in reverse within `timeout_s` seconds; whoever does not stop is abandoned."""
        self._retire_all(timeout_s)
        self._tell_launch(StoppedError("the tree was stopped while it started"))
        outcome.set(None)

    def pause(self, outcome: Reply[None], _timeout_s: float) -> None:
        """Stop all in reverse; what waits is kept."""
        self.up = False
        self.halt(self.children)
        self._tell_launch(StoppedError("the tree was stopped while it started"))
        outcome.set(None)

    def kill(self, child: Child, reason: str) -> None:
        """Let it fail; one that does not come back from its message is interrupted, then abandoned."""
        if child.life is not None:
            child.life.kill(reason)
            self._deadlines.interrupt_after(child, child.spec.kill_grace_s, child.spec.stop_timeout_s)

    def started(self, life: Incarnation) -> None:
        """An incarnation is ready: go on with those that follow it."""
        child = self._home(life)
        if child is None:
            return
        child.settle()
        self._unstarted.discard(child)
        if not self._unstarted:
            self._tell_launch(None)
        followers, child.followers = child.followers, ()
        self.bring_up(followers)

    def stumbled(self, life: Incarnation, failures: Sequence[Failure]) -> None:
        """A message failed and its actor lives on."""
        error = failures[0].error
        self._decisions.record(
            life.hand.child, life.hand.incarnation, Action.CARRY_ON, "one message failed", error=error
        )
        self._report(failures)

    def falling(self, life: Incarnation, failures: Sequence[Failure]) -> None:
        """An incarnation is on its way out: the owners of the work hear of it, and on_stop has its time."""
        self._report(failures)
        child = self._home(life)
        if child is not None:
            self._deadlines.set(child, child.spec.stop_timeout_s)

    def noted(self, life: Incarnation, error: BaseException) -> None:
        """An error in cut_short or on_stop is recorded only."""
        self._decisions.record(life.hand.child, life.hand.incarnation, Action.STOP, "stopping failed", error=error)

    def ended(self, life: Incarnation, error: BaseException | None) -> None:
        """An incarnation is gone."""
        child = self._home(life)
        if child is not None:
            self._fell(child, error)

    def bring_up(self, group: Sequence[Child]) -> None:
        """Start the first that is not there; the others follow when it has started."""
        for index, child in enumerate(group):
            if child.life is None and self.up and not child.held:
                child.settle()
                child.followers = tuple(group[index + 1 :])
                self._begin(child)
                return

    def halt(self, group: Sequence[Child]) -> None:
        """Stop them in reverse order; what waits stays."""
        for child in reversed(group):
            self._see_off(child, partial(child.halt, child.spec.stop_timeout_s))

    def _begin(self, child: Child) -> None:
        try:
            life = child.begin(self._witness)
        except RuntimeError as error:  # no thread to be had
            self._report([Failure(child.name, child.count, None, error, str(error))])
            self._fell(child, error)
            return
        if child.life is life:
            self._deadlines.set(child, child.spec.start_timeout_s)

    def _was_abandoned(self, child: Child, failures: Sequence[Failure], error: Exception) -> None:
        self._report(failures)
        self._fell(child, error)

    def _fell(self, child: Child, error: BaseException | None) -> None:
        now_s = self._rules.clock()
        lived_s = now_s - child.began_at
        child.settle()
        child.life = None
        self._tell_end(child, error)
        if self._outcome is not None and child in self._unstarted:
            self._retire_all(sum(each.spec.stop_timeout_s for each in self.children))
            self._tell_launch(error or StoppedError(f"{child.name} ended while it started"))
        elif child.held and error is None:
            self._decisions.record(child.name, child.count, Action.END, "stopped by an operator")
        elif child.spec.restart is Restart.PERMANENT or (child.spec.restart is Restart.TRANSIENT and error):
            verdict = child.record.judge(self._rules.budget, now_s=now_s, lived_s=lived_s, dice=self._rules.dice)
            self._follow(child, verdict, error)
        else:
            self._let_end(child, error)

    def _follow(self, child: Child, verdict: Verdict, error: BaseException | None) -> None:
        action = Action.GIVE_UP if verdict.delay_s is None else Action.RESTART
        self._decisions.record(child.name, child.count, action, verdict.rule, error=error, verdict=verdict)
        if verdict.delay_s is None:
            self._give_up(child)
            return
        along = affected(self.strategy, self.children, child)
        group = [each for each in along if each is child or each not in self._unstarted]
        self.halt(group)
        if verdict.delay_s == 0:
            self.bring_up(group)
        else:
            come_back = partial(self._desk.post, partial(self.bring_up, group))
            child.pending = self._timers.call_after(verdict.delay_s, come_back)

    def _give_up(self, child: Child) -> None:
        if self._rules.escalates:
            self.up = False
            self.halt(self.children)
        else:
            self._retire_all(sum(each.spec.stop_timeout_s for each in self.children))
        self._tell_launch(StoppedError(f"the tree gave up on {child.name} while it started"))
        try:
            self._rules.on_give_up(child.name)
        except Exception:
            logger.exception("the hook for giving up failed")

    def _let_end(self, child: Child, error: BaseException | None) -> None:
        rule = f"{child.spec.restart.value} children are not restarted after this"
        self._decisions.record(child.name, child.count, Action.END, rule, error=error)
        if not any(each.mailbox is child.mailbox and (each.life or each.pending) for each in self.children):
            child.mailbox.close()

    def _retire_all(self, timeout_s: float) -> None:
        self.up = False
        end_s = time.monotonic() + timeout_s
        for child in reversed(self.children):
            self._see_off(child, partial(child.retire, max(0.0, end_s - time.monotonic())))
            if child.is_first:
                child.mailbox.close()

    def _see_off(self, child: Child, stop: Callable[[], Sequence[Failure] | None]) -> None:
        """Stop one; record that it had to be abandoned, if it had."""
        lived = child.life is not None
        try:
            failures = stop()
        except HungError as error:
            self._deadlines.hang(child, error)
            return
        if failures is not None:
            rule = "did not stop in time"
            self._decisions.record(child.name, child.count, Action.ABANDON, rule, error=failures[0].error)
            self._report(failures)
        if lived:
            self._tell_end(child, failures[0].error if failures else None)

    def _tell_end(self, child: Child, error: BaseException | None) -> None:
        self._watchers.tell(
            Ended(child.name, child.count, None if error is None else f"{type(error).__name__}: {error}")
        )

    def _report(self, failures: Sequence[Failure]) -> None:
        for failure in failures:
            try:
                self._rules.on_failure(failure)
            except Exception:
                logger.exception("the failure hook failed on a failure of %s", failure.child)

    def _tell_launch(self, error: BaseException | None) -> None:
        outcome, self._outcome = self._outcome, None
        if outcome is not None and error is not None:
            outcome.fail(error)
        elif outcome is not None:
            outcome.set(None)

    def _home(self, life: Incarnation) -> Child | None:
        """The child whose present life this is; None for a former one."""
        return next((child for child in self.children if child.life is life), None)
