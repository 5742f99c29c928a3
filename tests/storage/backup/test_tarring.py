import io

import pytest

from storage.artifacts import ArtifactStore
from storage.backup.tarring import TarWriter, artifact_in, members
from storage.errors import UnusableFileError
from tests.storage.opened import BUNDLE, Store


def written(artifacts: ArtifactStore) -> tuple[io.BytesIO, list[bool]]:
    """A file with a note and two artifacts, of which the second is not there; and which were added."""
    file = io.BytesIO()
    tar = TarWriter(file)
    tar.add("note", b"some words")
    added = [tar.add_artifact(artifacts, name) for name in (artifacts.put(b"bundle", "bundle"), BUNDLE)]
    tar.close()
    file.seek(0)
    return file, added


def test_what_is_written_is_read_in_its_order_and_what_is_gone_is_left_out(store: Store) -> None:
    file, added = written(store.artifacts)
    assert added == [True, False]
    with members(file) as found:
        assert next(found)[1].read() == b"some words"
        assert artifact_in(*next(found)) == b"bundle"
        assert next(found, None) is None


def test_bytes_under_the_name_of_others_are_refused() -> None:
    with pytest.raises(UnusableFileError, match="not what its name says"):
        artifact_in(f"artifacts/{BUNDLE}", io.BytesIO(b"others"))
