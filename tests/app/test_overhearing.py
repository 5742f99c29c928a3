from collections.abc import Sequence

from actors.log import Log
from actors.messages import Framed, LiveFrame
from app.overhearing import Overhearing
from pipeline.events import ProjectUpdated
from pipeline.ids import ProjectId
from pipeline.project import Video


class Sink:
    def __init__(self) -> None:
        self.heard: list[object] = []

    def publish_threadsafe(self, events: Sequence[Framed]) -> None:
        self.heard += events

    def live_threadsafe(self, updates: Sequence[LiveFrame]) -> None:
        self.heard += updates

    def catch_up_threadsafe(self) -> None:
        self.heard.append("catch up")


def test_everything_is_passed_on_and_events_are_noted() -> None:
    sink, log = Sink(), Log(lambda: 1.0)
    event = Framed(ProjectId("p"), 7, "project.updated", ProjectUpdated(video=Video()), b"")
    overhearing = Overhearing(sink, log)
    overhearing.publish_threadsafe([event])
    overhearing.live_threadsafe([])
    overhearing.catch_up_threadsafe()
    assert sink.heard == [event, "catch up"]
    (record,) = log.after(0)
    assert record.shown()["sentence"] == "project.updated of p"
