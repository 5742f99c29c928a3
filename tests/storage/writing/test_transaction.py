import json
import re
from itertools import pairwise

import pytest

from pipeline.events import JobComplete, JobResumed, ProjectUpdated
from pipeline.ids import JobId, ProjectId
from pipeline.jobs import JobStatus
from pipeline.project import Video
from storage.entries import AdvanceJob, CreateProject
from storage.errors import NotFoundError
from storage.replies import Replies
from storage.writing.transaction import Transaction, json_text
from tests.storage.opened import PROJECT, TURN, Store, advance, message

OTHER = ProjectId("prj_2")


def test_each_project_numbers_its_own_events_without_gaps(store: Store) -> None:
    store.begin()
    store.write(CreateProject(OTHER, Video()))
    fields = {**vars(message(suffix="_other")), "project": OTHER}
    store.writer.write(
        [advance(events=(JobResumed(),)), type(message())(**fields), advance(events=(JobResumed(),) * 3)]
    )
    for project, last in ((PROJECT, 7), (OTHER, 3)):
        numbers = [row.seq for row in store.reader.events_after(project, 0, 100)]
        assert numbers == list(range(1, last + 1))
        assert store.reader.last_seq(project) == last


def test_an_event_is_stored_as_it_is_sent(store: Store) -> None:
    store.begin()
    (stored,) = store.write(advance(events=(JobComplete(step="ask"),))).events
    (row,) = store.reader.events_after(PROJECT, stored.seq - 1, 10)
    assert row == (stored.seq, "job.complete", stored.data)
    where = {"project": PROJECT, "job": TURN, "step": "ask", "trace": TURN}
    assert json.loads(row.data) == {**where, "status": "completed", "at": stored.event.at}


def test_an_event_names_the_turn_that_it_all_began_with(store: Store) -> None:
    job = store.begin_scene()
    (stored,) = store.write(AdvanceJob(job, 1, JobStatus.RUNNING, events=(JobResumed(),))).events
    assert (stored.event.job, stored.event.trace) == (job, TURN)


def test_an_event_says_when_it_was_stored(store: Store) -> None:
    store.begin()
    batches = [store.write(advance(events=(JobResumed(),))).events[0].event.at for _ in range(2)]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", at or "") for at in batches)
    assert all(str(earlier) < str(later) for earlier, later in pairwise(batches))


def test_an_event_of_another_job_stays_that_jobs(store: Store) -> None:
    store.begin()
    (stored,) = store.write(advance(events=(JobResumed(job=JobId("job_other")),))).events
    assert stored.event.job == "job_other"


def test_an_unknown_project_has_no_numbers(store: Store) -> None:
    transaction = Transaction(store.database.connection, now=0.0, new_id=str, replies=Replies(store.artifacts))
    with pytest.raises(NotFoundError, match="there is no project prj_2"):
        transaction.number(OTHER, [ProjectUpdated(video=Video())])


def test_json_has_no_word_for_what_is_no_number() -> None:
    assert json_text({"a": float("nan"), "b": float("inf"), "ü": [1.5]}) == '{"a":null,"b":null,"ü":[1.5]}'
