"""A sink that notes for the log what it passes on to the streams."""

import time
from collections.abc import Sequence
from functools import partial

from pydantic import JsonValue

from actors.event_broadcaster import Sink
from actors.log import Log, Told
from actors.messages import Framed, LiveFrame


class Overhearing:
    """Live updates are not noted: they are true only for a moment."""

    def __init__(self, sink: Sink, log: Log) -> None:
        self._sink = sink
        self._log = log
        self.catch_up_threadsafe = sink.catch_up_threadsafe

    def publish_threadsafe(self, events: Sequence[Framed]) -> None:
        """Pass on, and note."""
        self._sink.publish_threadsafe(events)
        at = time.time()
        for event in events:
            self._log.note("event", partial(_told, event, at))

    def live_threadsafe(self, updates: Sequence[LiveFrame]) -> None:
        """Pass on."""
        self._sink.live_threadsafe(updates)


def _told(event: Framed, at: float) -> Told:
    job = getattr(event.told, "job", None)
    shown: dict[str, JsonValue] = {
        "row": None,
        "project": event.project,
        "seq": event.seq,
        "type": event.name,
        "job": job,
        "at": at,
        "data": event.told.model_dump(mode="json"),
    }
    return event.project, job, f"{event.name} of {event.project}", shown
