import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import cast

import pytest
from peewee import OperationalError, SqliteDatabase

from pipeline.events import JobResumed
from pipeline.ids import JobId, ProjectId
from pipeline.jobs import JobStatus
from pipeline.project import Video
from storage.condition import WRITING
from storage.database import FILE
from storage.entries import AcceptMessage, AdvanceJob, CreateProject, Entry, Refused, Written
from storage.errors import ConflictError, NotFoundError, OutcomeUnknownError, StaleOwnerError, StoreUnavailableError
from storage.sql import commit, execute
from tests.storage.opened import PROJECT, TURN, Store, advance, message


def test_a_batch_is_answered_in_its_order(store: Store) -> None:
    created, accepted, moved = store.writer.write([CreateProject(PROJECT, Video()), message(), advance(epoch=0)])
    assert created == Written()
    assert isinstance(accepted, Written)
    assert [stored.seq for stored in accepted.events] == [1, 2, 3]
    assert moved == Written(job=TURN)


def test_an_empty_batch_is_nothing(store: Store) -> None:
    assert store.writer.write([]) == []


def test_a_refused_entry_takes_only_itself_down(store: Store) -> None:
    unknown = AdvanceJob(JobId("job_unknown"), 0, JobStatus.RUNNING)
    answers = store.writer.write([CreateProject(PROJECT, Video()), unknown, message(), advance(epoch=7)])
    errors = [answer.error if isinstance(answer, Refused) else None for answer in answers]
    assert [type(error) for error in errors] == [type(None), NotFoundError, type(None), StaleOwnerError]
    assert store.reader.job(TURN).status is JobStatus.QUEUED


def test_a_refused_entry_leaves_no_effect_and_no_gap_in_the_numbers(store: Store) -> None:
    store.begin()
    other = message("second", suffix="_2")
    clash = AcceptMessage(**{**vars(message("third", suffix="_3")), "assistant_message": other.assistant_message})
    answers = store.writer.write([other, clash, message("fourth", suffix="_4")])
    assert isinstance(answers[1], Refused)
    assert isinstance(answers[1].error, ConflictError)
    rows = store.reader.events_after(PROJECT, 0, 100)
    assert [row.seq for row in rows] == list(range(1, 10))
    assert store.count("job") == 3


def test_a_mistake_in_an_entry_is_refused_and_its_neighbours_hold(store: Store) -> None:
    lone_surrogate = CreateProject(ProjectId("prj_\ud800"), Video())
    refused, held = store.writer.write([lone_surrogate, CreateProject(PROJECT, Video())])
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, UnicodeEncodeError)
    assert held == Written()


def test_what_is_no_entry_is_refused(store: Store) -> None:
    (answer,) = store.writer.write([cast("Entry", "nonsense")])
    assert isinstance(answer, Refused)


def test_a_full_database_acknowledges_nothing_and_works_again_when_there_is_room(store: Store) -> None:
    store.begin()
    pages = execute(store.database.connection, "PRAGMA page_count").fetchone()[0]
    execute(store.database.connection, f"PRAGMA max_page_count = {pages}")
    long = message("x" * 1_000_000, suffix="_long")
    with pytest.raises(StoreUnavailableError, match=r"did not take the write .*full"):
        store.writer.write([advance(current_step="ask"), long])
    assert store.reader.job(TURN).current_step is None
    assert store.write(long).job == "job_turn_long"


def test_a_locked_database_acknowledges_nothing_and_works_again_when_it_is_let_go(store: Store) -> None:
    store.begin()
    other = sqlite3.connect(store.folder / FILE)
    other.execute("BEGIN IMMEDIATE")
    store.database.connection.pragma("busy_timeout", 1)
    with pytest.raises(StoreUnavailableError, match="locked"):
        store.writer.write([advance(current_step="ask")])
    assert store.condition.troubles.keys() == {WRITING}
    other.close()
    store.write(advance(current_step="ask"))
    assert not store.condition.degraded


def test_a_read_only_database_acknowledges_nothing_and_says_so(store: Store) -> None:
    store.begin()
    store.database.connection.pragma("query_only", 1)
    with pytest.raises(StoreUnavailableError, match="readonly"):
        store.writer.write([advance(current_step="ask")])
    assert "readonly" in store.condition.troubles[WRITING].reason
    store.write(advance(current_step="ask"))


def failing_commit(monkeypatch: pytest.MonkeyPatch, *, arrives: bool) -> None:
    """The next commit fails as a disk does: nobody can tell from the error whether it holds."""

    def fails(database: SqliteDatabase) -> None:
        monkeypatch.setattr("storage.writer.commit", commit)
        if arrives:
            commit(database)
        raise OperationalError(sqlite3.OperationalError("disk I/O error"), "disk I/O error")

    monkeypatch.setattr("storage.writer.commit", fails)


def test_a_commit_that_failed_and_holds_is_answered_as_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.begin()
    failing_commit(monkeypatch, arrives=True)
    written = store.write(advance(events=(JobResumed(),)))
    assert [stored.seq for stored in written.events] == [4]
    assert [row.seq for row in store.reader.events_after(PROJECT, 3, 9)] == [4]


def test_a_commit_that_failed_and_does_not_hold_is_not_acknowledged(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.begin()
    failing_commit(monkeypatch, arrives=False)
    with pytest.raises(StoreUnavailableError) as refused:
        store.writer.write([advance(events=(JobResumed(),))])
    assert not isinstance(refused.value, OutcomeUnknownError)
    assert store.reader.events_after(PROJECT, 3, 9) == []


@pytest.mark.parametrize("arrives", [True, False])
def test_where_nobody_can_look_the_outcome_is_unknown_until_somebody_can(
    store: Store, monkeypatch: pytest.MonkeyPatch, *, arrives: bool
) -> None:
    store.begin()
    failing_commit(monkeypatch, arrives=arrives)
    with monkeypatch.context() as blind:
        blind.setattr(store.database.connection, "database", str(store.folder / "not" / FILE))
        with pytest.raises(OutcomeUnknownError):
            store.writer.write([advance(events=(JobResumed(),))])
        with pytest.raises(OutcomeUnknownError):
            store.writer.settle()
    answers = store.writer.settle()
    assert (answers is not None) == arrives
    assert len(store.reader.events_after(PROJECT, 3, 9)) == arrives
    store.write(advance())


def test_the_writer_may_move_to_another_thread(store: Store) -> None:
    store.begin()
    thread = Thread(target=store.write, args=(advance(current_step="ask"),))
    thread.start()
    thread.join(10)
    assert store.reader.job(TURN).current_step == "ask"


def test_an_interrupt_in_a_batch_leaves_nothing_of_it(store: Store) -> None:
    store.begin()

    class Interrupting(list[Entry]):
        def __iter__(self):  # type: ignore[no-untyped-def]  # noqa: ANN204  # an iterator of entries that stops hard
            yield advance(current_step="ask")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.writer.write(Interrupting())
    assert store.reader.job(TURN).current_step is None
    assert store.write(advance(current_step="act")) == Written(job=TURN)


def test_a_thousand_decisions_fit_in_one_batch(store: Store) -> None:
    store.begin()
    answers = store.writer.write([advance(retry_count=count) for count in range(1000)])
    assert answers == [Written(job=TURN)] * 1000
    assert store.reader.job(TURN).retry_count == 999


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.storage.opened import PROJECT, TURN, Store, advance, message
store = Store(Path(sys.argv[1]))
store.begin()
class Killing(list):
    def __iter__(self):
        yield message("lost", suffix="_lost")
        yield advance(current_step="ask")
        os.kill(os.getpid(), signal.SIGKILL)
store.writer.write(Killing())
"""


def test_a_kill_in_the_middle_of_a_batch_leaves_nothing_of_it(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, cwd=root, timeout=30)
    assert killed.returncode == -9
    store = Store(tmp_path)
    assert store.reader.job(TURN).status is JobStatus.RUNNING
    assert store.reader.job(TURN).current_step is None
    assert store.reader.last_seq(PROJECT) == 3
    assert store.reader.open_jobs() == [TURN]
    store.close()
