"""A stamp is believed only when it is whole and its inputs are those of now."""

from pathlib import Path

import pytest

from app.setup import stamps
from app.setup.places import Need
from app.setup.stamps import Stamp


def test_a_written_stamp_is_read_back(tmp_path: Path) -> None:
    stamps.write(tmp_path, Stamp(Need.TEST, "abc"))
    assert stamps.read(tmp_path) == Stamp(Need.TEST, "abc")


def test_a_folder_without_a_stamp_has_none(tmp_path: Path) -> None:
    assert stamps.read(tmp_path / "missing") is None


@pytest.mark.parametrize("damage", ["", "{", "[]", "[9, 1]", '{"a": 1}', "null", '["x", "y"]'])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, damage: str) -> None:
    (tmp_path / stamps.NAME).write_text(damage)
    assert stamps.read(tmp_path) is None


def test_removing_a_stamp_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    stamps.remove(tmp_path)
    stamps.write(tmp_path, Stamp(Need.START, "abc"))
    stamps.remove(tmp_path)
    assert stamps.read(tmp_path) is None


def test_the_digest_changes_with_content_name_presence_and_words(tmp_path: Path) -> None:
    file = tmp_path / "pins.txt"
    missing = stamps.digest_of([file])
    file.write_text("one")
    one = stamps.digest_of([file])
    file.write_text("two")
    two = stamps.digest_of([file])
    renamed = stamps.digest_of([file.rename(tmp_path / "other.txt")])
    assert len({missing, one, two, renamed, stamps.digest_of([], "3.11")}) == 5


def test_the_digest_cannot_be_confused_by_moving_bytes_between_files(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"xy")
    second.write_bytes(b"")
    before = stamps.digest_of([first, second])
    first.write_bytes(b"x")
    second.write_bytes(b"y")
    assert stamps.digest_of([first, second]) != before


def test_files_are_listed_sorted_and_without_ignored_folders(tmp_path: Path) -> None:
    for name in ["src/b.ts", "src/a.ts", "node_modules/react/index.js"]:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    found = stamps.files_below(tmp_path, frozenset({"node_modules"}))
    assert [file.name for file in found] == ["a.ts", "b.ts"]
