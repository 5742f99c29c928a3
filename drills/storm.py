"""A small system of actors of every kind and policy, and a storm of messages, crashes, kills and restarts over it."""

import asyncio
import random
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count

from actors.runtime import (
    Actor,
    ActorSystem,
    Address,
    AskTimeoutError,
    AsyncActor,
    Backoff,
    BatchActor,
    ChildSpec,
    Envelope,
    ExpiredError,
    KilledError,
    Ledger,
    MailboxFullError,
    Overflow,
    StoppedError,
    Supervisor,
)

PATIENCE_S = 60.0
SENDERS = 4
BLIND_S = 0.0
"""A deadline that has passed when the message is taken."""

LIMITLESS = 1_000_000_000


class Crash(Exception):  # noqa: N818  # what a handler of the storm is told to raise
    """On purpose."""


class Echo(Actor):
    """Answers, or raises what it is told to raise."""

    def on_receive(self, message: object) -> object:
        """Answer."""
        return _answered(message)


class Clerk(BatchActor):
    """The same in batches."""

    def on_batch(self, envelopes: Sequence[Envelope]) -> None:
        """Answer all."""
        for envelope in envelopes:
            envelope.reply(_answered(envelope.message))


class Weaver(AsyncActor):
    """The same on an event loop."""

    async def on_receive(self, message: object) -> object:
        """Answer, after others had a turn."""
        await asyncio.sleep(0)
        return _answered(message)


def _answered(message: object) -> object:
    if isinstance(message, BaseException):
        raise message
    return message


KINDS: tuple[tuple[str, Callable[[], Actor], Overflow], ...] = (
    ("block", Echo, Overflow.BLOCK),
    ("reject", Echo, Overflow.REJECT),
    ("oldest", Clerk, Overflow.DROP_OLDEST),
    ("newest", Weaver, Overflow.DROP_NEWEST),
    ("strict", Weaver, Overflow.BLOCK),
)
NAMES = (*(name for name, _, _ in KINDS), "pool")


def system_of_all_kinds() -> tuple[ActorSystem, Supervisor]:
    """Every kind of actor with every policy, in mailboxes that are soon full, under budgets that never end."""
    system = ActorSystem()
    specs = [ChildSpec(name, kind, capacity=16, overflow=overflow) for name, kind, overflow in KINDS]
    specs.append(ChildSpec("pool", Echo, capacity=16, instances=3))
    backoff = Backoff(first_s=0.0)
    return system, Supervisor(system, specs, intensity=LIMITLESS, max_consecutive=LIMITLESS, backoff=backoff)


@dataclass
class Storm:
    """What was sent and what came of it."""

    seed: int
    messages: int
    outcomes: Counter[str] = field(default_factory=Counter)
    looks: int = 0
    unbalanced: list[Ledger] = field(default_factory=list)
    end: Ledger = field(default_factory=Ledger)

    def blow(self) -> None:
        """Send everything, harass meanwhile, stop, and read the books."""
        system, supervisor = system_of_all_kinds()
        supervisor.start()
        senders = [threading.Thread(target=self._send, args=(system, number)) for number in range(SENDERS)]
        for sender in senders:
            sender.start()
        self._harass(supervisor, system, senders)
        supervisor.stop(PATIENCE_S)
        system.stop()
        self.end = system.statistics().total

    def _send(self, system: ActorSystem, number: int) -> None:
        dice = random.Random(f"{self.seed}/{number}")  # noqa: S311  # must be repeatable
        heard: Counter[str] = Counter()
        for seq in range(self.messages // SENDERS):
            address = system.address(dice.choice(NAMES))
            message: object = Crash() if dice.random() < 0.01 else seq  # noqa: PLR2004  # one in a hundred
            try:
                _send_one(dice, address, message)
            except (Crash, KilledError, MailboxFullError, StoppedError, ExpiredError, AskTimeoutError) as error:
                heard[type(error).__name__] += 1
        self.outcomes.update(heard)

    def _harass(self, supervisor: Supervisor, system: ActorSystem, senders: Sequence[threading.Thread]) -> None:
        """Order this and that until the senders are done; the books must balance at every look."""
        dice, numbers = random.Random(self.seed), count()  # noqa: S311  # must be repeatable
        orders = (supervisor.kill, supervisor.restart, supervisor.suspend, supervisor.discard)
        while busy := [sender for sender in senders if sender.is_alive()]:
            name = dice.choice(NAMES)
            dice.choice(orders)(name, f"the storm, blow {next(numbers)}")
            busy[0].join(0.003)
            supervisor.resume(name, "the storm goes by")
            total = system.statistics().total
            self.looks += 1
            if total.balance:
                self.unbalanced.append(total)


def _send_one(dice: random.Random, address: Address, message: object) -> None:
    chance = dice.random()
    if chance < 0.1:  # noqa: PLR2004  # one in ten is asked, one in ten urgent, one in ten expires
        address.ask(message, timeout_s=PATIENCE_S)
    elif chance < 0.2:  # noqa: PLR2004
        address.tell(message, urgent=True)
    elif chance < 0.3:  # noqa: PLR2004
        address.tell(message, within_s=BLIND_S)
    else:
        address.tell(message)
