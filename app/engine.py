"""The actors of one system: started in order, told of, started again after they were given up."""

import logging
from collections.abc import Callable

from actors.messages import JOURNAL
from actors.overview import Overview
from actors.records import Records
from actors.runtime import ActorSystem, Failure, Supervisor
from actors.tree import Parts, report_to, tree

logger = logging.getLogger(__name__)

STOP_S = 3.0


class Engine:
    """`on_hang` hears of an actor that neither goes on nor may be abandoned; every method blocks."""

    def __init__(self, parts: Parts, records: Records, on_hang: Callable[[str], None]) -> None:
        self.records = records
        self._given_up: list[str] = []
        self._hung: list[str] = []
        self._on_hang = on_hang
        self.system = ActorSystem(on_dead_letter=records.dead_letter)
        self.supervisor = Supervisor(
            self.system,
            tree(parts),
            on_failure=self._failed,
            on_decision=records.decision,
            on_give_up=self._given_up.append,
            on_hang=self._hang,
        )
        self._report = report_to(self.system)
        self.overview = Overview(self.system, self.supervisor, self.start_again, records.failures)

    def start(self) -> None:
        """Start every actor, and store what an earlier run could only keep in its file."""
        self.supervisor.start()
        self.records.open(self.system.address(JOURNAL))

    def start_again(self) -> None:
        """Start the tree again after it was given up; every open job goes on from its checkpoints."""
        if not self.supervisor.up:
            self.supervisor.start()
            self._given_up.clear()
            logger.warning("the actors were started again")

    def stop(self) -> None:
        """Stop every actor in reverse order."""
        self.supervisor.stop(STOP_S)
        self.system.stop()

    def readiness(self) -> dict[str, str]:
        """Which actor is not as it should be, and what to do."""
        given_up = dict.fromkeys(self._given_up, "its restarts are used up; start the actors again, or Bazaar")
        hung = dict.fromkeys(self._hung, "it hangs and cannot be replaced; start Bazaar again")
        return given_up | hung

    def _failed(self, failure: Failure) -> None:
        self.records.failure(failure)
        self._report(failure)

    def _hang(self, name: str) -> None:
        self._hung.append(name)
        self._on_hang(name)
