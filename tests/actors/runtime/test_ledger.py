import random
import threading
from collections.abc import Callable

import pytest

from actors.runtime import (
    ActorSystem,
    AskTimeoutError,
    AsyncActor,
    BatchActor,
    ChildSpec,
    Envelope,
    KilledError,
    Ledger,
    MailboxFullError,
    Overflow,
    StoppedError,
    Supervisor,
)
from actors.runtime.policy import Backoff
from tests.actors.runtime.stage import PATIENCE_S, Echo


class Crash(Exception):  # noqa: N818 - what a handler of the storm is told to raise
    pass


class Clerk(BatchActor):
    def on_batch(self, envelopes: "list[Envelope]") -> None:  # type: ignore[override]
        for envelope in envelopes:
            if isinstance(envelope.message, BaseException):
                raise envelope.message
            envelope.reply(envelope.message)


class Weaver(AsyncActor):
    async def on_receive(self, message: object) -> object:
        if isinstance(message, BaseException):
            raise message
        return message


def test_the_balance_is_what_is_unaccounted_for() -> None:
    assert Ledger(sent=9, handled=1, failed=1, dead=1, refused=1, waiting=1, in_hand=1).balance == 3


def test_books_add_up() -> None:
    total = Ledger(sent=1, waiting=1) + Ledger(sent=2, handled=2)
    assert (total.sent, total.waiting, total.handled, total.balance) == (3, 1, 2, 0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_is_lost_in_a_storm_of_crashes_kills_and_restarts(seed: int) -> None:
    system = ActorSystem()
    supervisor = _tree(system)
    supervisor.start()
    outcomes: list[str] = []
    senders = [
        threading.Thread(target=_send, args=(system, random.Random(f"{seed}/{number}"), outcomes))  # noqa: S311
        for number in range(3)
    ]
    for sender in senders:
        sender.start()
    _harass(supervisor, system, random.Random(seed), senders)  # noqa: S311
    supervisor.stop(PATIENCE_S)
    system.stop()
    total = system.statistics().total
    assert (total.balance, total.waiting, total.in_hand) == (0, 0, 0)
    assert total.sent == 3 * 1_000
    assert total.failed > 0
    assert "hung" not in outcomes


def _tree(system: ActorSystem) -> Supervisor:
    kinds: list[tuple[str, Callable[[], Echo | Clerk | Weaver], Overflow]] = [
        ("block", Echo, Overflow.BLOCK),
        ("reject", Echo, Overflow.REJECT),
        ("oldest", Clerk, Overflow.DROP_OLDEST),
        ("newest", Weaver, Overflow.DROP_NEWEST),
    ]
    specs = [ChildSpec(name, kind, capacity=8, overflow=overflow) for name, kind, overflow in kinds]
    specs.append(ChildSpec("pool", Echo, instances=2, capacity=8))
    backoff = Backoff(first_s=0.0)
    return Supervisor(system, specs, intensity=100_000, max_consecutive=100_000, backoff=backoff)


def _send(system: ActorSystem, dice: random.Random, outcomes: list[str]) -> None:
    for number in range(1_000):
        address = system.address(dice.choice(["block", "reject", "oldest", "newest", "pool"]))
        message: object = Crash() if dice.random() < 0.03 else number
        try:
            if dice.random() < 0.2:
                address.ask(message, timeout_s=PATIENCE_S)
            else:
                address.tell(message, urgent=dice.random() < 0.1)
        except AskTimeoutError:
            outcomes.append("hung")
        except (Crash, KilledError, MailboxFullError, StoppedError) as error:
            outcomes.append(type(error).__name__)


def _harass(supervisor: Supervisor, system: ActorSystem, dice: random.Random, senders: list[threading.Thread]) -> None:
    """Kill and restart until the senders are done; the books balance at every look."""
    while busy := [sender for sender in senders if sender.is_alive()]:
        name = dice.choice(["block", "reject", "oldest", "newest", "pool"])
        if dice.random() < 0.5:
            supervisor.kill(name)
        else:
            supervisor.restart(name, "the storm")
        assert system.statistics().total.balance == 0
        busy[0].join(0.005)
