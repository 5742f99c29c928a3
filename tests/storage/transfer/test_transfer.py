import io
import json
import tarfile
from typing import BinaryIO

import pytest

from pipeline.ids import ProjectId, Sha256
from pipeline.jobs import JobStatus
from storage.condition import Condition
from storage.database import FILE
from storage.errors import NotFoundError, StoreTooNewError, UnusableFileError
from storage.reading.connections import ReadConnections
from storage.sql import execute
from storage.transfer.exporting import ROWS, export
from storage.transfer.importing import import_of
from tests.storage.backup.packing import NEWEST, manifest, packed
from tests.storage.opened import PROJECT, SCENE, TURN, Store, publish


def exported(store: Store, project: ProjectId = PROJECT) -> io.BytesIO:
    connections, target = ReadConnections(store.folder / FILE, Condition()), io.BytesIO()
    try:
        export(connections, store.artifacts, project, target, lambda: 0.0)
    finally:
        connections.close()
    target.seek(0)
    return target


def taken_in(store: Store, file: BinaryIO, seed: str = "s") -> ProjectId:
    entry = import_of(file, store.artifacts, seed)
    store.write(entry)
    return entry.project


def made(store: Store) -> Sha256:
    """A project with a published scene, and a turn that is at work."""
    job = store.begin_scene()
    bundle = store.artifacts.put(b"bundle", "bundle")
    store.write(publish(job))
    execute(store.database.connection, "UPDATE revision SET bundle = ?", bundle)
    return bundle


def test_a_project_is_the_same_elsewhere_but_for_its_ids(
    store: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    bundle = made(store)
    other = Store(tmp_path_factory.mktemp("other"))
    project = taken_in(other, exported(store))
    here, there = store.reader.snapshot(PROJECT), other.reader.snapshot(project)
    assert project not in {PROJECT, ""}
    assert (there.video, there.seq) == (here.video, here.seq)
    assert [message.content for message in there.messages] == [message.content for message in here.messages]
    assert there.messages[1].tools == here.messages[1].tools
    [scene] = there.scenes
    assert (scene.name, scene.id != SCENE) == (here.scenes[0].name, True)
    assert other.reader.source(scene.id) == store.reader.source(SCENE)
    assert other.artifacts.get(bundle) == b"bundle"
    assert other.count("artifact") == 1
    other.close()


def test_a_copy_stands_beside_its_original(store: Store) -> None:
    made(store)
    project = taken_in(store, exported(store))
    assert {one.id for one in store.reader.projects()} == {PROJECT, project}
    assert store.reader.horizon(project) == store.reader.last_seq(project) - 1
    assert len(store.reader.events_after(project, 0, 99)) == 1


def test_what_was_open_there_is_stopped_here_and_can_go_on(store: Store) -> None:
    made(store)
    project = taken_in(store, exported(store))
    jobs = store.reader.snapshot(project).jobs
    assert {job.status for job in jobs} == {JobStatus.CANCELLED}
    assert all(job.recovery for job in jobs)
    assert all(message.done for message in store.reader.snapshot(project).messages)
    assert store.reader.job(TURN).status is JobStatus.RUNNING


def test_the_same_file_and_seed_are_the_same_copy(store: Store) -> None:
    made(store)
    file = exported(store)
    first = import_of(file, store.artifacts, "a")
    file.seek(0)
    assert import_of(file, store.artifacts, "a").rows == first.rows
    file.seek(0)
    assert import_of(file, store.artifacts, "b").project != first.project


def test_an_unknown_project_is_not_exported(store: Store) -> None:
    with pytest.raises(NotFoundError):
        exported(store, ProjectId("nowhere"))


def whole(store: Store) -> dict[str, bytes]:
    made(store)
    with tarfile.open(fileobj=exported(store)) as tar:
        return {member.name: (tar.extractfile(member) or io.BytesIO()).read() for member in tar}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"manifest.json": manifest()}, "is a backup, not a project"),
        ({ROWS: b"{half"}, "the file is damaged"),
        ({ROWS: b"[]"}, "no rows of a project"),
        ({ROWS: b'{"meta": []}'}, "no rows of a project"),
        ({ROWS: b'{"project": 7}'}, "something else than rows"),
        ({ROWS: b"{}"}, "holds no project"),
    ],
)
def test_what_is_no_project_is_refused(store: Store, change: dict[str, bytes], said: str) -> None:
    file = packed(store.folder / "x.tar", whole(store) | change)
    with file.open("rb") as opened, pytest.raises(UnusableFileError, match=said):
        import_of(opened, store.artifacts, "s")


def test_a_project_of_a_newer_bazaar_is_refused(store: Store) -> None:
    newer = {"manifest.json": manifest(kind="project", schema_version=NEWEST + 1)}
    file = packed(store.folder / "x.tar", whole(store) | newer)
    with file.open("rb") as opened, pytest.raises(StoreTooNewError, match="use a newer Bazaar"):
        import_of(opened, store.artifacts, "s")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("scene", "id) SELECT sql FROM sqlite_master --", "x"),
        ("scene", "props", "{half"),
        ("scene", "duration_frames", None),
        ("scene", "props", ["a list"]),
        ("project", "video", "[]"),
        ("job", "status", "asleep"),
        ("job", "project", "project_of_somebody_else"),
    ],
)
def test_rows_that_do_not_fit_are_refused_whole(store: Store, table: str, column: str, value: object) -> None:
    parts = whole(store)
    rows = json.loads(parts[ROWS])
    rows[table][0][column] = value
    counts = [store.count(name) for name in ("project", "scene", "job", "event")]
    file = packed(store.folder / "x.tar", parts | {ROWS: json.dumps(rows).encode()})
    with file.open("rb") as opened:
        entry = import_of(opened, store.artifacts, "s")
    store.refusal(entry, UnusableFileError)
    assert [store.count(name) for name in ("project", "scene", "job", "event")] == counts
