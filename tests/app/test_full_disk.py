import itertools
import time
from pathlib import Path

import pytest

from app.full_disk import BreakableWriter, renaming
from pipeline.ids import ProjectId
from pipeline.project import Video
from storage.artifacts import ArtifactStore
from storage.database import open_database
from storage.entries import CreateProject, Written
from storage.errors import StoreUnavailableError


def test_a_writer_whose_disk_is_full_stores_nothing_and_goes_on_when_it_is_not(tmp_path: Path) -> None:
    database, full = open_database(tmp_path), iter([True, False])
    numbers = itertools.count()
    writer = BreakableWriter(database, clock=time.time, ids=lambda prefix: f"{prefix}_{next(numbers)}")
    entry = CreateProject(ProjectId("p"), Video())
    assert isinstance(writer.write([entry])[0], Written)
    writer.is_full = lambda: next(full)
    other = CreateProject(ProjectId("q"), Video())
    with pytest.raises(StoreUnavailableError, match="on purpose"):
        writer.write([other])
    assert isinstance(writer.write([other])[0], Written)
    database.close()


def test_an_artifact_gets_no_name_on_a_full_disk(tmp_path: Path) -> None:
    full = iter([True, False])
    store = ArtifactStore(tmp_path, rename=renaming(lambda: next(full)))
    with pytest.raises(StoreUnavailableError, match="no space left"):
        store.put(b"bytes", "bundle")
    assert store.get(store.put(b"bytes", "bundle")) == b"bytes"
