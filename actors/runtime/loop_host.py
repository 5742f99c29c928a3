"""How an incarnation runs an AsyncActor: many messages at once on one event loop of its own."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, Protocol

from actors.runtime.actor import AsyncActor
from actors.runtime.description import Describe, described
from actors.runtime.envelope import Envelope
from actors.runtime.errors import ExpiredError, KilledError
from actors.runtime.failures import Failure, failures_of
from actors.runtime.hand import Hand, attend
from actors.runtime.interception import Interception
from actors.runtime.mailbox import Mailbox
from actors.runtime.reply import Reply
from actors.runtime.timers import Timers


class Stumbled(Protocol):
    """Hears of a failure that its actor survives."""

    def __call__(self, failures: tuple[Failure, ...], /) -> None: ...


class LoopHost:
    """Many at once on one event loop. No error of a handler reaches asyncio, which SystemExit would stop."""

    def __init__(
        self,
        actor: AsyncActor,
        mailbox: Mailbox,
        hand: Hand,
        stumbled: Stumbled,
        *,
        timers: Timers,
        interception: Interception,
    ) -> None:
        self._actor = actor
        self._mailbox = mailbox
        self._hand = hand
        hand.many = True
        self._stumbled = stumbled
        self._timers = timers
        self._interception = interception
        self._runner = asyncio.Runner()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._ends: dict[int, BaseException] = {}
        self._busy = 0
        self._fatal: BaseException | None = None
        self._wake = asyncio.Event()

    def start(self) -> None:
        self._run(self._entered(self._actor.on_start()))

    def serve(self) -> None:
        self._run(self._serve())

    def stop(self) -> None:
        self._run(self._entered(self._actor.on_stop()))

    def close(self) -> None:
        self._runner.close()

    def cancel(self, seq: int) -> bool:
        return self._end(seq, KilledError("this message was cancelled by an operator"))

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
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
        for task in self._tasks.values():
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks.values())
        if self._fatal is not None:
            raise self._fatal

    def _spawn(self, envelope: Envelope) -> None:
        self._busy += not envelope.urgent
        task = self._runner.get_loop().create_task(self._handle(envelope), name=envelope.label)
        self._tasks[envelope.seq] = task
        forget = self._watch_end(envelope)
        task.add_done_callback(lambda _: self._finished(envelope, forget))

    def _watch_end(self, envelope: Envelope) -> Callable[[], None]:
        """Cancel it when its deadline comes, or when whoever asked has given up."""
        reply = envelope.reply_to
        if reply is not None:
            reply.when_done(lambda: self._given_up(reply, envelope.seq))
        if envelope.deadline is None:
            return _nothing
        late = ExpiredError(f"{envelope.label} was not done while it was wanted")
        return self._timers.call_at(envelope.deadline, lambda: self._end(envelope.seq, late)).cancel

    def _given_up(self, reply: Reply[Any], seq: int) -> None:
        if reply.given_up:
            self._end(seq, ExpiredError("whoever asked has given up"))

    def _end(self, seq: int, error: BaseException) -> bool:
        """From any thread: cancel a message in hand; it then fails with this error."""
        if seq not in self._hand.in_hand:
            return False
        with suppress(RuntimeError):  # the loop has been closed: it has failed already
            self._runner.get_loop().call_soon_threadsafe(self._cancel, seq, error)
        return True

    def _cancel(self, seq: int, error: BaseException) -> None:
        task = self._tasks.get(seq)
        if task is not None and seq in self._hand.in_hand:
            self._ends.setdefault(seq, error)
            task.cancel()

    def _entered(self, work: Coroutine[Any, Any, Any]) -> Coroutine[Any, Any, Any]:
        return self._hand.landing.steps(work)

    async def _handle(self, envelope: Envelope) -> None:
        attend(envelope)
        try:
            value = await self._entered(self._received(envelope))
        except BaseException as error:  # noqa: BLE001 - any error is this message's failure and no other's
            self._fail(envelope, self._ends.get(envelope.seq, error))
        else:
            self._mailbox.handled(self._hand, [envelope])
            envelope.reply(value)

    async def _received(self, envelope: Envelope) -> object:
        if type(envelope.message) is Describe:
            return described(self._actor)
        if self._interception.by is not None:
            await self._interception.by.taken_async(self._hand, envelope)
        return await self._actor.on_receive(envelope.message)

    def _fail(self, envelope: Envelope, error: BaseException) -> None:
        if self._hand.leaving or self._fatal is not None:
            return  # still in hand, so it fails with the incarnation
        if self._actor.dies_of_failures:
            self._fatal = error
            self._wake.set()
            return
        self._mailbox.failed(self._hand, [envelope])
        self._stumbled(failures_of(self._hand, [envelope], error))

    def _finished(self, envelope: Envelope, forget: Callable[[], None]) -> None:
        forget()
        del self._tasks[envelope.seq]
        self._ends.pop(envelope.seq, None)
        self._busy -= not envelope.urgent
        self._wake.set()

    def _rouse(self) -> None:
        with suppress(RuntimeError):  # the loop has been closed: nobody is left to be roused
            self._runner.get_loop().call_soon_threadsafe(self._wake.set)


async def _outcome(work: Coroutine[Any, Any, None]) -> BaseException | None:
    try:
        await work
    except BaseException as error:  # noqa: BLE001 - raised again outside of the loop
        return error
    return None


def _nothing() -> None:
    """There is nothing to take back."""
