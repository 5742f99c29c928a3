from pathlib import Path

import pytest
from peewee import PeeweeException, SqliteDatabase

from storage.faults import is_of_the_store
from storage.sql import execute


def fault(folder: Path, *statements: str, name: str = "some.db") -> PeeweeException:
    """What the last of these statements fails with."""
    database = SqliteDatabase(str(folder / name), timeout=0)
    *before, last = statements
    try:
        for statement in before:
            execute(database, statement)
        with pytest.raises(PeeweeException) as failed:
            execute(database, last)
        return failed.value
    finally:
        database.close()


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE t (a)", "PRAGMA max_page_count = 2", "INSERT INTO t VALUES (zeroblob(100000))"),
        ("CREATE TABLE t (a)", "PRAGMA query_only = on", "INSERT INTO t VALUES (1)"),
    ],
)
def test_a_full_or_read_only_database_is_the_stores_fault(tmp_path: Path, statements: tuple[str, ...]) -> None:
    assert is_of_the_store(fault(tmp_path, *statements))


def test_a_locked_database_is_the_stores_fault(tmp_path: Path) -> None:
    other = SqliteDatabase(str(tmp_path / "some.db"))
    execute(other, "BEGIN EXCLUSIVE")
    assert is_of_the_store(fault(tmp_path, "CREATE TABLE t (a)"))
    other.close()


def test_a_file_that_is_no_database_or_not_there_is_the_stores_fault(tmp_path: Path) -> None:
    (tmp_path / "some.db").write_bytes(b"no database " * 1000)
    assert is_of_the_store(fault(tmp_path, "SELECT 1 FROM t"))
    assert is_of_the_store(fault(tmp_path, "SELECT 1", name="no/folder.db"))


@pytest.mark.parametrize("statement", ["SELECT 1 FROM nowhere", "nonsense", "SELECT zeroblob(5000000000)"])
def test_a_statement_that_never_holds_is_a_mistake_of_ours(tmp_path: Path, statement: str) -> None:
    assert not is_of_the_store(fault(tmp_path, statement))


def test_a_value_that_has_no_place_in_sqlite_is_a_mistake_of_ours(tmp_path: Path) -> None:
    database = SqliteDatabase(str(tmp_path / "some.db"))
    with pytest.raises(PeeweeException) as failed:
        execute(database, "SELECT ?", object())
    assert not is_of_the_store(failed.value)
    database.close()
