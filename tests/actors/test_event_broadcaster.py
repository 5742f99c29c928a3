from collections.abc import Iterator

import pytest

from actors.event_broadcaster import EventBroadcaster
from actors.messages import BROADCASTER, Broadcast, CatchUp, Framed, Live, Lives
from actors.runtime import ActorSystem, ChildSpec, Supervisor
from pipeline.events import JobQueued, MessageDelta
from pipeline.ids import MessageId, ProjectId
from storage.entries import StoredEvent
from tests.actors.edges import PATIENCE_S, Ears

PROJECT = ProjectId("prj_1")
QUEUED = JobQueued(kind="turn")


@pytest.fixture
def ears() -> Iterator[tuple[Ears, ActorSystem]]:
    sink, system = Ears(), ActorSystem()
    supervisor = Supervisor(system, [ChildSpec(BROADCASTER, lambda: EventBroadcaster(sink, "abcd"))])
    supervisor.start()
    yield sink, system
    supervisor.stop(PATIENCE_S)
    system.stop()


def test_committed_events_are_framed_once_with_their_numbers(ears: tuple[Ears, ActorSystem]) -> None:
    sink, system = ears
    stored = tuple(StoredEvent(PROJECT, seq, QUEUED, '{"kind":"turn"}') for seq in (7, 8))
    system.address(BROADCASTER).tell(Broadcast(stored))
    for seq in (7, 8):
        frame = f'id: abcd.{seq}\nevent: job.queued\ndata: {{"kind":"turn"}}\n\n'.encode()
        assert sink.framed.get(timeout=PATIENCE_S) == Framed(PROJECT, seq, "job.queued", QUEUED, frame)


def test_a_live_update_is_handed_over_with_the_project_it_is_of(ears: tuple[Ears, ActorSystem]) -> None:
    sink, system = ears
    delta = MessageDelta(message=MessageId("msg_1"), round=0, offset=0, text="Hello")
    later = delta.model_copy(update={"offset": 5})
    system.address(BROADCASTER).tell(Lives((Live(PROJECT, delta), Live(PROJECT, later))))
    for told in (delta, later):
        assert sink.live.get(timeout=PATIENCE_S) == told.model_copy(update={"project": PROJECT})


def test_it_says_that_there_may_be_a_gap(ears: tuple[Ears, ActorSystem]) -> None:
    sink, system = ears
    system.address(BROADCASTER).tell(CatchUp())
    assert sink.gaps.get(timeout=PATIENCE_S)
