"""Large replies lie in files of their own, and nobody who reads, copies or cleans notices."""

import errno
import io
import os
from pathlib import Path

import pytest
from peewee import SqliteDatabase

from pipeline.commands import Published, ToolResult
from pipeline.findings import Finding, Verdict
from pipeline.ids import JobId, RevisionId, Sha256
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from pipeline.resuming import Fork, Resumption
from storage.backup.backing_up import back_up
from storage.backup.restoring import restore
from storage.entries import AdvanceJob, StepHeard
from storage.errors import CommandRefusedError, ConflictError, MissingArtifactError, StoreUnavailableError
from storage.replies import INLINE_BYTES, Laid, Replies
from storage.retention.policy import Keep, Policy
from storage.sql import commit, execute
from storage.wishes import ForkJob, ResumeJob
from tests.storage.opened import ACT, BUNDLE, PROJECT, SCENE, START, TURN, Store, advance, started
from tests.storage.retention.test_cleaner import cleaning, of
from tests.storage.transfer.test_transfer import exported, taken_in
from tests.storage.writing.test_resuming import ANSWER, BUILD, GENERATE

ASK = Key("ask", 0)
LARGE = ToolResult(call="c", name="read", ok=True, content="ü" * INLINE_BYTES)
SAID = ANSWER.model_copy(update={"text": "<A/>" * INLINE_BYTES})


def heard(store: Store) -> Sha256:
    """The turn heard something large; the name of the artifact that it lies in."""
    store.begin()
    store.write(advance(started=(started(ASK),)))
    store.write(advance(heard=(StepHeard(ASK, 1, LARGE),)))
    return aside(store, TURN)


def aside(store: Store, job: JobId) -> Sha256:
    sql = "SELECT reply_artifact FROM checkpoint WHERE job = ? AND reply_artifact IS NOT NULL"
    [(name,)] = execute(store.database.connection, sql, job).fetchall()
    return Sha256(name)


def test_what_is_small_lies_in_its_row_and_what_is_large_in_a_file(store: Store) -> None:
    replies = Replies(store.artifacts, inline_bytes=4)
    assert replies.lay("four") == Laid("four", None)
    laid = replies.lay("fivé")
    assert (laid.text, store.artifacts.get(laid.artifact or Sha256(""))) == ("", "fivé".encode())
    assert [replies.text(one) for one in (laid, Laid("four", None))] == ["fivé", "four"]


def test_a_large_reply_is_heard_again_and_its_file_is_listed(store: Store) -> None:
    name = heard(store)
    assert store.reader.recorded(TURN) == {ASK: LARGE}
    [row] = execute(store.database.connection, "SELECT sha256, kind, bytes FROM artifact").fetchall()
    assert row == (name, "reply", store.artifacts.size(name))
    [checkpoint] = store.reader.checkpoints(TURN)
    assert checkpoint.heard


def test_the_file_is_on_the_disk_before_the_commit(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    order = list[str]()

    def committed(database: SqliteDatabase) -> None:
        order.append("commit")
        commit(database)

    monkeypatch.setattr(os, "fsync", lambda _: order.append("sync"))
    monkeypatch.setattr("storage.writer.commit", committed)
    heard(store)
    assert order[-4:] == ["sync", "sync", "sync", "commit"]


def test_a_large_reply_is_never_replaced_and_the_same_again_changes_nothing(store: Store) -> None:
    heard(store)
    store.write(advance(heard=(StepHeard(ASK, 1, LARGE),)))
    other = LARGE.model_copy(update={"content": "x" * INLINE_BYTES * 2})
    store.refusal(advance(heard=(StepHeard(ASK, 2, other),)), ConflictError)
    assert store.reader.recorded(TURN) == {ASK: LARGE}


@pytest.mark.parametrize("fault", ["gone", "torn", "other"])
def test_a_reply_whose_file_is_gone_or_damaged_is_missed_aloud_until_it_is_back(store: Store, fault: str) -> None:
    file = store.artifacts.path(heard(store))
    whole = file.read_bytes()
    file.unlink()
    if fault != "gone":
        file.write_bytes(whole[:100] if fault == "torn" else b"\xff")
    with pytest.raises(MissingArtifactError, match="put it back from a backup"):
        store.reader.recorded(TURN)
    store.write(advance(JobStatus.FAILED))
    refused = store.refusal(ResumeJob(TURN, Resumption()), CommandRefusedError)
    assert refused.code == "artifact.missing"
    file.write_bytes(whole)
    assert store.reader.recorded(TURN) == {ASK: LARGE}
    store.write(ResumeJob(TURN, Resumption()))


def test_a_missing_file_degrades_the_store_until_it_is_back(store: Store) -> None:
    name = store.artifacts.put(b"whole", "reply")
    file = store.artifacts.path(name)
    file.unlink()
    with pytest.raises(MissingArtifactError):
        store.artifacts.need(name)
    assert store.condition.troubles.keys() == {f"artifact {name}"}
    file.write_bytes(b"whole")
    assert store.artifacts.need(name) == b"whole"
    assert not store.condition.degraded


def test_without_room_for_the_file_nothing_of_the_batch_is_stored_and_nothing_is_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.begin()
    entry = advance(heard=(StepHeard(ASK, 1, LARGE),), current_step="act")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(StoreUnavailableError, match="no space left"):
            store.writer.write([entry])
    assert store.reader.job(TURN).current_step is None
    assert store.reader.recorded(TURN) == {}
    store.write(entry)
    assert store.reader.recorded(TURN) == {ASK: LARGE}


def test_a_component_begins_anew_whatever_became_of_its_files(store: Store) -> None:
    job = stopped(store)
    store.artifacts.path(aside(store, job)).unlink()
    assert store.refusal(ResumeJob(job, Resumption()), CommandRefusedError).code == "artifact.missing"
    store.write(ResumeJob(job, Resumption(from_step="generate")))
    assert store.reader.recorded(job) == {}


def stopped(store: Store) -> JobId:
    """A component whose model said much, and that failed then."""
    job = store.begin_scene()
    replies = (StepHeard(GENERATE, 1, SAID), StepHeard(BUILD, 1, Verdict(accepted=True, bundle=BUNDLE)))
    store.write(AdvanceJob(job, 1, JobStatus.FAILED, new_epoch=2, heard=replies))
    return job


def test_a_fork_shares_the_file(store: Store) -> None:
    job = stopped(store)
    store.write(ForkJob(job, JobId("job_new"), Fork(up_to="build")))
    assert aside(store, JobId("job_new")) == aside(store, job)
    assert store.reader.recorded(JobId("job_new"))[GENERATE] == SAID


def old(store: Store, name: Sha256) -> None:
    os.utime(store.artifacts.path(name), (START, START))


def test_what_a_kept_job_heard_is_never_removed_nor_what_is_named_in_it(store: Store) -> None:
    inside = store.artifacts.put(b"a bundle", "bundle")
    found = tuple(Finding(code="x", message="m" * 900) for _ in range(INLINE_BYTES // 900))
    store.begin()
    store.write(advance(heard=(StepHeard(ASK, 1, Verdict(accepted=True, bundle=inside, findings=found)),)))
    name = aside(store, TURN)
    old(store, name)
    old(store, inside)
    cleaner = cleaning(store, Policy(jobs=Keep(), artifacts=Keep(0, 0)))
    assert of("artifacts", cleaner.clean(dry_run=False)).items == 0
    store.write(advance(JobStatus.COMPLETED))
    assert of("artifacts", cleaner.clean(dry_run=False)).items == 0
    assert store.reader.recorded(TURN).keys() == {ASK}
    cleaner.close()


def test_with_its_job_the_file_goes_and_counts_for_its_size(store: Store) -> None:
    name = heard(store)
    old(store, name)
    store.write(advance(JobStatus.COMPLETED))
    execute(store.database.connection, "UPDATE artifact SET last_used_at = ?", START)
    cleaner = cleaning(store, Policy(artifacts=Keep(0, 0)))
    removed = cleaner.clean(dry_run=False)
    assert of("jobs", removed).bytes > 2 * INLINE_BYTES
    assert of("artifacts", removed).items == 1
    assert (store.artifacts.size(name), store.count("artifact")) == (None, 0)
    cleaner.close()


def test_a_copy_of_a_project_has_it_under_its_own_ids(store: Store) -> None:
    store.begin()
    published = Published(revision=RevisionId("r" * INLINE_BYTES), scene=SCENE, shown=True)
    jobs = LARGE.model_copy(update={"jobs": (TURN,)})
    store.write(advance(heard=(StepHeard(ASK, 1, jobs), StepHeard(ACT, 1, published))))
    project = taken_in(store, exported(store))
    [job] = [one.id for one in store.reader.snapshot(project).jobs]
    heard_there = store.reader.recorded(job)
    assert heard_there == {ASK: jobs.model_copy(update={"jobs": (job,)}), ACT: published}
    sql = "SELECT COUNT(*), COUNT(DISTINCT reply_artifact) FROM checkpoint WHERE reply_artifact IS NOT NULL"
    assert execute(store.database.connection, sql).fetchone() == (4, 3)
    assert project != PROJECT


def test_a_backup_holds_it(store: Store, tmp_path: Path) -> None:
    name = heard(store)
    file = io.BytesIO()
    assert back_up(store.folder, store.artifacts, file, lambda: START).missing == ()
    (tmp_path / "b.tar").write_bytes(file.getvalue())
    restore(tmp_path / "b.tar", tmp_path / "again")
    again = Store(tmp_path / "again")
    assert again.reader.recorded(TURN) == {ASK: LARGE}
    assert again.artifacts.size(name) == store.artifacts.size(name)
    again.close()
