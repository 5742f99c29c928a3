"""Turns committed events and live updates into frames, once, and hands them to the server."""

from collections.abc import Sequence
from typing import Protocol, assert_never

from actors.messages import Broadcast, BroadcasterInbox, CatchUp, Framed, Live, LiveFrame, Lives
from actors.runtime import Actor
from pipeline.events.wire import Cursor, encode, event_frame, update_frame
from storage.entries import StoredEvent


class Sink(Protocol):
    """Where EventBroadcaster hands over what it framed; callable from its thread."""

    def publish_threadsafe(self, events: Sequence[Framed]) -> None:
        """Take committed events, in order."""

    def live_threadsafe(self, updates: Sequence[LiveFrame]) -> None:
        """Take live updates, in order."""

    def catch_up_threadsafe(self) -> None:
        """Something committed may not have been handed over: let every client read what it lacks."""


class EventBroadcaster(Actor):
    """`history` is the epoch of the events' numbers; sockets and cursors live with the sink and outlive this actor."""

    def __init__(self, sink: Sink, history: str) -> None:
        self._sink = sink
        self._history = history

    def on_receive(self, message: BroadcasterInbox) -> None:
        """Frame and hand over."""
        match message:
            case Broadcast():
                self._sink.publish_threadsafe([self._framed(stored) for stored in message.events])
            case Lives():
                self._sink.live_threadsafe([_live_frame(live) for live in message.lives])
            case CatchUp():
                self._sink.catch_up_threadsafe()
            case _:
                assert_never(message)

    def _framed(self, stored: StoredEvent) -> Framed:
        cursor = Cursor(self._history, stored.seq)
        name = stored.event.wire_name()
        return Framed(stored.project, stored.seq, name, stored.event, event_frame(cursor, name, stored.data))


def _live_frame(live: Live) -> LiveFrame:
    update = live.update.model_copy(update={"project": live.project})
    return LiveFrame(live.project, update, update_frame(update.wire_name(), encode(update)))
