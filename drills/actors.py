"""Storms over the actor runtime, and kills of actors that spin: every message is accounted for and nobody hangs."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

from actors.runtime import Action, Actor, ActorSystem, Backoff, ChildSpec, Decision, KilledError, Supervisor
from drills.invariant import Invariant
from drills.storm import LIMITLESS, PATIENCE_S, Storm

MESSAGES = 100_000
KILLS_OF_A_HUNDRED = 2
"""So many hard kills for a hundred messages."""


class Spinner(Actor):
    """Spins for ever where it is told to, and never calls into C for long."""

    def on_receive(self, message: threading.Event | None) -> str:
        """Say that it spins, and spin."""
        if message is not None:
            message.set()
            while True:
                pass
        return "alive"


@dataclass
class Kills:
    """What came of killing one that spins, again and again."""

    killed: int = 0
    hung: int = 0
    abandoned: int = 0
    balance: int = 0

    def run(self, times: int) -> None:
        """Each time: let it spin with an ask, kill it, hear the ask fail and the next life answer."""
        system = ActorSystem()
        spec = ChildSpec("spinner", Spinner, kill_grace_s=0.0, stop_timeout_s=PATIENCE_S)
        backoff = Backoff(first_s=0.0)
        supervisor = Supervisor(
            system,
            [spec],
            intensity=LIMITLESS,
            max_consecutive=LIMITLESS,
            backoff=backoff,
            on_decision=self._note,
        )
        supervisor.start()
        for _ in range(times):
            self._kill(system, supervisor)
        supervisor.stop(PATIENCE_S)
        system.stop()
        self.balance = system.statistics().total.balance

    def _kill(self, system: ActorSystem, supervisor: Supervisor) -> None:
        address, spins = system.address("spinner"), threading.Event()
        killer = threading.Thread(target=_kill_once, args=(supervisor, spins))
        killer.start()
        try:
            address.ask(spins, timeout_s=PATIENCE_S)
        except KilledError:
            self.killed += 1
        except TimeoutError:
            self.hung += 1
        killer.join()
        self.hung += address.ask(None, timeout_s=PATIENCE_S) != "alive"

    def _note(self, decision: Decision) -> None:
        self.abandoned += decision.action is Action.ABANDON


def _kill_once(supervisor: Supervisor, spins: threading.Event) -> None:
    spins.wait(PATIENCE_S)
    supervisor.kill("spinner", "the drill")


def run(*, seed: int, times: int = MESSAGES) -> Iterator[Invariant]:
    """A storm of so many messages, and kills in proportion."""
    storm = Storm(seed, times)
    storm.blow()
    end = storm.end
    told = ", ".join(f"{count} {name}" for name, count in sorted(storm.outcomes.items()))
    yield Invariant("the books balance at every look", not storm.unbalanced, f"{storm.looks} looks")
    yield Invariant("every message is accounted for", end.balance == 0, f"{end}")
    yield Invariant("nothing is left in a box or in a hand", end.waiting + end.in_hand == 0, f"of {end.sent}")
    yield Invariant("no message was sent uncounted", end.sent == times // 4 * 4, f"{end.sent} of {times // 4 * 4}")
    yield Invariant("no ask hangs", storm.outcomes["AskTimeoutError"] == 0, told)
    kills = Kills()
    kills.run(max(1, times * KILLS_OF_A_HUNDRED // 100))
    yield Invariant("every hard kill arrives", kills.hung == 0 and kills.abandoned == 0, f"{kills}")
    yield Invariant("the books balance after the kills", kills.balance == 0, f"{kills.killed} killed")
