"""How an incarnation runs its actor: message by message, in batches, or on an event loop."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from typing import Protocol

from actors.runtime.actor import Actor, AsyncActor, BatchActor
from actors.runtime.envelope import Envelope
from actors.runtime.failures import Failure, failures_of
from actors.runtime.hand import Hand
from actors.runtime.mailbox import Mailbox


class Stumbled(Protocol):
    """Hears of a failure that its actor survives."""

    def __call__(self, failures: tuple[Failure, ...], /) -> None: ...


class Host(Protocol):
    """Every method runs in the incarnation's thread and raises what the actor raised."""

    def start(self) -> None:
        """Run on_start."""

    def serve(self) -> None:
        """Handle messages until the hand is to leave."""

    def stop(self) -> None:
        """Run on_stop."""

    def close(self) -> None:
        """Give back what the host itself holds."""


def host_of(actor: Actor, mailbox: Mailbox, hand: Hand, stumbled: Stumbled) -> Host:
    """The host that this kind of actor needs."""
    match actor:
        case AsyncActor():
            return LoopHost(actor, mailbox, hand, stumbled)
        case BatchActor():
            return BatchHost(actor, mailbox, hand)
        case _:
            return ThreadHost(actor, mailbox, hand)


class ThreadHost:
    """One message at a time."""

    def __init__(self, actor: Actor, mailbox: Mailbox, hand: Hand) -> None:
        self._actor = actor
        self._mailbox = mailbox
        self._hand = hand

    def start(self) -> None:
        self._actor.on_start()

    def serve(self) -> None:
        receive, mailbox, hand = self._actor.on_receive, self._mailbox, self._hand
        while taken := mailbox.take(hand):
            value = receive(taken[0].message)
            mailbox.handled(hand, taken)
            taken[0].reply(value)

    def stop(self) -> None:
        self._actor.on_stop()

    def close(self) -> None:
        """Nothing is held."""


class BatchHost(ThreadHost):
    """All that has gathered, up to the actor's limit."""

    def __init__(self, actor: BatchActor, mailbox: Mailbox, hand: Hand) -> None:
        super().__init__(actor, mailbox, hand)
        self._batch_actor = actor

    def serve(self) -> None:
        actor, mailbox, hand = self._batch_actor, self._mailbox, self._hand
        while taken := mailbox.take(hand, actor.batch_limit):
            actor.on_batch(taken)
            mailbox.handled(hand, taken)


class LoopHost:
    """Many at once on one event loop. No error of a handler reaches asyncio, which SystemExit would stop."""

    def __init__(self, actor: AsyncActor, mailbox: Mailbox, hand: Hand, stumbled: Stumbled) -> None:
        self._actor = actor
        self._mailbox = mailbox
        self._hand = hand
        self._stumbled = stumbled
        self._runner = asyncio.Runner()
        self._tasks: set[asyncio.Task[None]] = set()
        self._busy = 0
        self._fatal: BaseException | None = None
        self._wake = asyncio.Event()

    def start(self) -> None:
        self._run(self._actor.on_start())

    def serve(self) -> None:
        self._run(self._serve())

    def stop(self) -> None:
        self._run(self._actor.on_stop())

    def close(self) -> None:
        self._runner.close()

    def _run(self, work: Awaitable[None]) -> None:
        error = self._runner.run(_outcome(work))
        if error is not None:
            raise error

    async def _serve(self) -> None:
        while self._fatal is None:
            room = self._actor.concurrency - self._busy
            for envelope in self._mailbox.take_now(self._hand, room, self._rouse):
                self._spawn(envelope)
            if self._hand.leaving:  # looked at after the take: whoever says it later rouses us
                break
            await self._wake.wait()
            self._wake.clear()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        if self._fatal is not None:
            raise self._fatal

    def _spawn(self, envelope: Envelope) -> None:
        self._busy += not envelope.urgent
        task = self._runner.get_loop().create_task(self._handle(envelope), name=envelope.label)
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._finished(done, envelope))

    async def _handle(self, envelope: Envelope) -> None:
        try:
            value = await self._actor.on_receive(envelope.message)
        except BaseException as error:  # noqa: BLE001 - any error is this message's failure and no other's
            self._fail(envelope, error)
        else:
            self._mailbox.handled(self._hand, [envelope])
            envelope.reply(value)

    def _fail(self, envelope: Envelope, error: BaseException) -> None:
        if self._hand.leaving or self._fatal is not None:
            return  # still in hand, so it fails with the incarnation
        if self._actor.dies_of_failures:
            self._fatal = error
            self._wake.set()
            return
        self._mailbox.failed(self._hand, [envelope])
        self._stumbled(failures_of(self._hand, [envelope], error))

    def _finished(self, task: asyncio.Task[None], envelope: Envelope) -> None:
        self._tasks.discard(task)
        self._busy -= not envelope.urgent
        self._wake.set()

    def _rouse(self) -> None:
        with suppress(RuntimeError):  # the loop has been closed: nobody is left to be roused
            self._runner.get_loop().call_soon_threadsafe(self._wake.set)


async def _outcome(work: Awaitable[None]) -> BaseException | None:
    try:
        await work
    except BaseException as error:  # noqa: BLE001 - raised again outside of the loop
        return error
    return None
