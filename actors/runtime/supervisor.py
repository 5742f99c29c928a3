"""Keeps a list of actors alive: starts them in order, restarts what falls, stops in reverse, says why."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

from actors.runtime.children import Child, ChildSpec, children_of
from actors.runtime.deadlines import INTERRUPT_GRACE_S
from actors.runtime.decisions import Decision, Decisions
from actors.runtime.desk import Desk
from actors.runtime.health import Watchdog
from actors.runtime.orders import Orders
from actors.runtime.policy import Backoff, Budget
from actors.runtime.reply import Reply
from actors.runtime.rules import Rules
from actors.runtime.strategy import Strategy
from actors.runtime.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors.runtime.failures import Failure
    from actors.runtime.incarnation import Incarnation
    from actors.runtime.system import ActorSystem

GRACE_S = 1.0


def _ignore(_: object) -> None:
    """Nobody listens."""


class Supervisor:
    """The hooks run on the supervisor's thread: they may tell, and must not wait.

    `on_failure` hears of each message that failed, before the restart; `on_give_up` gets the name of the
    child whose budget was used up, after everything has been stopped. `start` may then be called again.
    """

    def __init__(  # noqa: PLR0913 - a flat list of settings reads best where the tree is written down
        self,
        system: ActorSystem,
        specs: Sequence[ChildSpec],
        *,
        strategy: Strategy = Strategy.ONE_FOR_ONE,
        intensity: int = 5,
        window_s: float = 30.0,
        max_consecutive: int = 10,
        backoff: Backoff | None = None,
        on_failure: Callable[[Failure], None] = _ignore,
        on_decision: Callable[[Decision], None] = _ignore,
        on_give_up: Callable[[str], None] = _ignore,
        on_hang: Callable[[str], None] = _ignore,
        clock: Callable[[], float] | None = None,
        rng: random.Random | None = None,
        escalates: bool = False,
    ) -> None:
        budget = Budget(intensity, window_s, max_consecutive, backoff or Backoff())
        rules = Rules(strategy, budget, clock or system.clock, _dice(rng), on_failure, on_give_up, on_hang, escalates)
        self._desk, self._decisions = Desk(), Decisions(system.now, on_decision)
        children = children_of(_checked(specs), system)
        self._tree = Tree(children, rules, self._decisions, desk=self._desk, witness=self, system=system)
        self._orders = Orders(self._tree, self._decisions)
        self._watchdog = Watchdog(self._tree, self._decisions, self._desk, system)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The last 1,000, oldest first."""
        return self._decisions.recent()

    @property
    def up(self) -> bool:
        """Whether the tree is meant to run: started, and neither stopped nor given up."""
        return self._tree.up

    def start(self) -> None:
        """Start all in list order and wait for each on_start.

        If one fails or takes too long, those before it are stopped and its error is raised.
        """
        outcome: Reply[None] = Reply()
        self._desk.open()
        self._desk.post(partial(self._tree.launch, outcome))
        specs = [child.spec for child in self._tree.children]
        limit_s = sum(spec.start_timeout_s + INTERRUPT_GRACE_S + spec.stop_timeout_s for spec in specs)
        outcome.get(timeout=limit_s + GRACE_S)
        self._watchdog.start()

    def stop(self, timeout_s: float) -> None:
        """Stop all in reverse order within `timeout_s` seconds, abandon what does not, and fail what waits."""
        self._end(self._tree.shut_down, timeout_s)

    def pause(self, timeout_s: float) -> None:
        """Stop all in reverse order, and keep what waits for the next start; `timeout_s` should hold all of theirs."""
        self._end(self._tree.pause, timeout_s)

    def restart(self, name: str, reason: str) -> None:
        """Restart a child (or all of a pool), with those that go along; also one that was stopped or drained.

        Like every order it does not wait, and is a decision with its reason.
        """
        self._order(self._orders.restart, name, reason)

    def stop_child(self, name: str, reason: str) -> None:
        """Stop a child (or all of a pool) in good order until it is restarted; what comes for it waits."""
        self._order(self._orders.stop, name, reason)

    def kill(self, name: str, reason: str = "by hand") -> None:
        """Let a child (or all of a pool) die as if it had failed; one that is stuck is interrupted or abandoned."""
        self._order(self._orders.kill, name, reason)

    def drain(self, name: str, reason: str) -> None:
        """Let nothing more in, have what waits handled, and stop until it is restarted."""
        self._order(self._orders.drain, name, reason)

    def suspend(self, name: str, reason: str) -> None:
        """Hold back all but urgent messages."""
        self._order(self._orders.suspend, name, reason)

    def resume(self, name: str, reason: str) -> None:
        """Let them go on."""
        self._order(self._orders.resume, name, reason)

    def step(self, name: str, reason: str) -> None:
        """While suspended: let one more message through."""
        self._order(self._orders.step, name, reason)

    def discard(self, name: str, reason: str) -> None:
        """Make dead letters of all that waits."""
        self._order(self._orders.discard, name, reason)

    def cancel(self, name: str, seq: int, reason: str) -> None:
        """Take one message back, by its number: from the line, or out of the hand of an AsyncActor."""
        chosen = self._named(name)
        self._desk.post(partial(self._orders.cancel, chosen, seq, reason))

    def resize(self, name: str, instances: int, reason: str) -> None:
        """Give a pool so many members, at least one."""
        chosen = self._named(name)
        if instances < 1:
            msg = f"{name} cannot have {instances} members; stop it instead"
            raise ValueError(msg)
        self._desk.post(partial(self._orders.resize, chosen, instances, reason))

    def life_of(self, name: str) -> Incarnation | None:
        """Who lives in a place now. Raises ValueError for one that is not there."""
        return self._named(name)[0].life

    def stack(self, name: str) -> str:
        """Where a child is in its code now."""
        life = self.life_of(name)
        return life.stack() if life else f"{name} is not there"

    def started(self, life: Incarnation) -> None:
        """From an incarnation: ready."""
        self._desk.post(partial(self._tree.started, life))

    def stumbled(self, life: Incarnation, failures: tuple[Failure, ...]) -> None:
        """From an incarnation: a message failed, going on."""
        self._desk.post(partial(self._tree.stumbled, life, failures))

    def falling(self, life: Incarnation, failures: tuple[Failure, ...]) -> None:
        """From an incarnation: about to end."""
        self._desk.post(partial(self._tree.falling, life, failures))

    def noted(self, life: Incarnation, error: BaseException) -> None:
        """From an incarnation: an error while it stopped."""
        self._desk.post(partial(self._tree.noted, life, error))

    def ended(self, life: Incarnation, error: BaseException | None) -> None:
        """From an incarnation: gone."""
        self._desk.post(partial(self._tree.ended, life, error))

    def _end(self, how: Callable[[Reply[None], float], None], timeout_s: float) -> None:
        outcome: Reply[None] = Reply()
        self._watchdog.stop()
        self._desk.open()
        self._desk.post(partial(how, outcome, timeout_s))
        outcome.get(timeout=timeout_s + GRACE_S)
        self._desk.close(GRACE_S)

    def _order(self, order: Callable[[Sequence[Child], str], None], name: str, reason: str) -> None:
        self._desk.post(partial(order, self._named(name), reason))

    def _named(self, name: str) -> list[Child]:
        chosen = [child for child in self._tree.children if name in (child.name, child.spec.name)]
        if not chosen:
            msg = f"{name} is not a child of this supervisor; it has {[child.name for child in self._tree.children]}"
            raise ValueError(msg)
        return chosen


def _dice(rng: random.Random | None) -> Callable[[], float]:
    return (rng or random.Random()).random  # noqa: S311 - jitter, not a secret


def _checked(specs: Sequence[ChildSpec]) -> Sequence[ChildSpec]:
    names = [spec.name for spec in specs]
    for name in names:
        if names.count(name) > 1:
            msg = f"{name} is listed twice; give each child its own name"
            raise ValueError(msg)
    for spec in specs:
        for other in spec.restarts_with:
            if other not in names:
                msg = f"{spec.name} restarts with {other}, which is not in the list {names}"
                raise ValueError(msg)
    return specs
