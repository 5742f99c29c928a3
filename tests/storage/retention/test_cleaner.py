import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.chat import ModelAnswer, Usage
from pipeline.events import JobResumed
from pipeline.ids import Sha256
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from storage.calls import NoteCalls
from storage.database import FILE
from storage.entries import KeepAnswer, NoteStreams, StepHeard, StreamNote
from storage.retention.cleaner import Cleaner, Removed
from storage.retention.policy import DAY_S, Keep, Policy
from storage.sql import execute
from storage.stored import KeptAnswer
from tests.storage.opened import BUNDLE, PROJECT, START, TURN, Store, advance, publish, started, tool
from tests.storage.writing.test_calls import call

LATER = START + 100 * DAY_S
ASK = Key("ask", 0)
USAGE = Usage(tokens_in=1, tokens_out=1)
SAID = ModelAnswer(text="Done.", finish_reason="stop", model="m", provider="p", usage=USAGE)


@pytest.fixture
def cleaner(store: Store) -> Iterator[Cleaner]:
    yield (made := cleaning(store))
    made.close()


def cleaning(store: Store, policy: Policy | None = None) -> Cleaner:
    return Cleaner(store.folder, store.artifacts, store.write, policy=policy or Policy(), clock=lambda: LATER)


def of(kind: str, removed: tuple[Removed, ...]) -> Removed:
    return next(one for one in removed if one.kind == kind)


def finish(store: Store) -> None:
    """A turn that asked once, did something, and is over."""
    store.begin()
    store.write(advance(started=(started(ASK),)))
    store.write(advance(heard=(StepHeard(ASK, 1, SAID),)))
    store.write(tool())
    store.write(advance(JobStatus.COMPLETED, events=(JobResumed(),) * 5))


def test_events_go_up_to_the_horizon_and_the_conversation_still_tells_what_was_done(
    store: Store, cleaner: Cleaner
) -> None:
    finish(store)
    before = store.reader.snapshot(PROJECT)
    assert before.messages[1].tools
    removed = of("events", cleaner.clean(dry_run=False))
    assert removed.items == before.seq - 1 == store.reader.horizon(PROJECT)
    assert [row.seq for row in store.reader.events_after(PROJECT, 0, 99)] == [before.seq]
    assert store.reader.snapshot(PROJECT) == before


def test_a_dry_run_counts_and_removes_nothing(store: Store, cleaner: Cleaner) -> None:
    finish(store)
    counts = [store.count(table) for table in ("event", "checkpoint", "idempotency_key")]
    planned = cleaner.clean(dry_run=True)
    assert [store.count(table) for table in ("event", "checkpoint", "idempotency_key")] == counts
    assert {one.kind: one.items for one in planned} == {
        one.kind: one.items for one in cleaner.clean(dry_run=False) if one.kind != "free pages"
    }


def test_transcripts_go_before_what_was_heard(store: Store) -> None:
    finish(store)
    cleaner = cleaning(store, Policy(jobs=Keep()))
    assert of("transcripts", cleaner.clean(dry_run=False)).items == 1
    assert store.reader.recorded(TURN)[ASK] == SAID
    assert (
        execute(store.database.connection, "SELECT COUNT(*) FROM checkpoint WHERE command IS NOT NULL").fetchone()[0]
        == 0
    )
    cleaner.close()


def test_of_a_finished_job_all_that_it_recorded_goes_and_what_it_cost_stays(store: Store, cleaner: Cleaner) -> None:
    finish(store)
    store.write(NoteCalls(TURN, (call(),)))
    assert of("jobs", cleaner.clean(dry_run=False)).items == 2
    assert (store.count("checkpoint"), store.count("llm_call"), store.count("job")) == (0, 1, 1)
    assert store.reader.job(TURN).status is JobStatus.COMPLETED


def test_what_was_said_to_a_model_goes_with_its_file_and_what_it_cost_stays(store: Store, cleaner: Cleaner) -> None:
    finish(store)
    names = [put_long_ago(store, content) for content in (b"asked", b"answered")]
    store.write(NoteCalls(TURN, (call(request=names[0], response=names[1]),)))
    cleaner.clean(dry_run=False)
    cleaner.clean(dry_run=False)
    [kept] = store.reader.books.calls(TURN)
    assert (kept.request, kept.response, kept.tokens_in) == (None, None, 10)
    assert [store.artifacts.size(name) for name in names] == [None, None]


@pytest.mark.parametrize("wish", [None, "resume"])
def test_nothing_goes_of_a_job_that_is_open_or_wanted(store: Store, cleaner: Cleaner, wish: str | None) -> None:
    store.begin()
    store.write(advance(started=(started(ASK),)))
    if wish:
        store.write(advance(JobStatus.FAILED))
        execute(store.database.connection, "UPDATE job SET wish = ?", wish)
    removed = cleaner.clean(dry_run=False)
    assert (of("jobs", removed).items, of("transcripts", removed).items) == (0, 0)
    assert store.count("checkpoint") == 1


def test_keys_and_records_go(store: Store, cleaner: Cleaner) -> None:
    store.begin()
    store.write(KeepAnswer("k", "d", KeptAnswer(200, {}, "{}")))
    store.write(NoteStreams((StreamNote("s", PROJECT, "e.1", START, START),)))
    removed = cleaner.clean(dry_run=False)
    assert (of("keys", removed).items, of("records", removed).items) == (1, 1)
    assert store.reader.known_key("k") is None


def put_long_ago(store: Store, content: bytes) -> Sha256:
    name = store.artifacts.put(content, "bundle")
    os.utime(store.artifacts.path(name), (START, START))
    return name


def test_what_a_revision_needs_stays_and_what_nothing_names_goes(store: Store, cleaner: Cleaner) -> None:
    job = store.begin_scene()
    kept, stray = put_long_ago(store, b"kept"), put_long_ago(store, b"stray")
    store.write(publish(job))
    execute(store.database.connection, "UPDATE revision SET bundle = ?", kept)
    assert of("artifacts", cleaner.clean(dry_run=False)) == Removed("artifacts", 1, 5)
    assert [store.artifacts.size(name) for name in (kept, stray)] == [4, None]
    assert kept != BUNDLE


def test_by_size_the_oldest_files_go_first(store: Store) -> None:
    names = [put_long_ago(store, bytes([number]) * 10) for number in range(3)]
    for age, name in enumerate(names):
        os.utime(store.artifacts.path(name), (START + age, START + age))
    cleaner = cleaning(store, Policy(artifacts=Keep(None, 20)))
    assert of("artifacts", cleaner.clean(dry_run=False)).items == 1
    assert [store.artifacts.size(name) for name in names] == [None, 10, 10]
    cleaner.close()


def test_a_file_put_again_a_moment_ago_stays(store: Store) -> None:
    name = put_long_ago(store, b"again")
    store.artifacts.put(b"again", "bundle")
    now = store.artifacts.path(name).stat().st_mtime
    cleaner = Cleaner(
        store.folder, store.artifacts, store.write, policy=Policy(artifacts=Keep(0, 0)), clock=lambda: now
    )
    assert of("artifacts", cleaner.clean(dry_run=False)).items == 0
    assert store.artifacts.size(name) == 5
    cleaner.close()


def test_the_file_of_the_database_shrinks(store: Store, cleaner: Cleaner) -> None:
    store.begin()
    for number in range(60):
        store.write(KeepAnswer(f"k{number}", "d", KeptAnswer(200, {}, "x" * 20_000)))
    execute(store.database.connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    file: Path = store.folder / FILE
    before = file.stat().st_size
    freed = of("free pages", cleaner.clean(dry_run=False))
    assert freed.bytes > 1_000_000
    assert file.stat().st_size <= before - 1_000_000
