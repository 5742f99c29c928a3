import pytest

from pipeline.events import JobResumed, Snapshot
from pipeline.ids import ProjectId
from storage.errors import NotFoundError, StoreUnavailableError
from storage.sql import execute
from tests.storage.opened import ANSWER, PROJECT, SCENE, TURN, Store, advance, publish


def test_a_snapshot_is_the_whole_state_with_its_number(store: Store) -> None:
    job = store.begin_scene()
    last = store.write(publish(job)).events[-1].seq
    snapshot = store.reader.snapshot(PROJECT)
    assert isinstance(snapshot, Snapshot)
    assert (snapshot.project, snapshot.seq) == (PROJECT, last)
    assert snapshot.video.name == "Nimbus"
    assert [scene.id for scene in snapshot.scenes] == [SCENE]
    assert [message.content for message in snapshot.messages] == ["a teaser", ""]
    assert [(view.id, view.kind) for view in snapshot.jobs] == [(TURN, "turn"), (job, "component")]
    assert snapshot.jobs[0].message == ANSWER


def test_an_unknown_project_has_no_snapshot(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.reader.snapshot(ProjectId("prj_x"))


def test_events_are_read_in_pages_after_a_number(store: Store) -> None:
    store.begin()
    store.write(advance(events=(JobResumed(),) * 10))
    pages = [store.reader.events_after(PROJECT, after, 5) for after in (0, 5, 10, 13)]
    assert [[row.seq for row in page] for page in pages] == [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], [11, 12, 13], []]
    assert {row.type for row in pages[1]} == {"job.resumed"}


def test_no_event_is_read_from_below_the_horizon(store: Store) -> None:
    store.begin()
    assert store.reader.horizon(PROJECT) == 0
    execute(store.database.connection, "UPDATE project SET horizon = 2")
    assert store.reader.horizon(PROJECT) == 2
    assert [row.seq for row in store.reader.events_after(PROJECT, 0, 10)] == [3]
    assert [row.seq for row in store.reader.events_after(PROJECT, 2, 10)] == [3]


def test_a_written_entry_is_seen_at_once(store: Store) -> None:
    store.begin()
    for step in ("recall", "ask", "act"):
        store.write(advance(current_step=step))
        assert store.reader.job(TURN).current_step == step


def test_a_closed_reader_answers_nothing(store: Store) -> None:
    store.reader.close()
    with pytest.raises(StoreUnavailableError):
        store.reader.projects()
