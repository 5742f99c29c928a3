from collections.abc import Iterator
from pathlib import Path

import pytest
from peewee import OperationalError, SqliteDatabase

from storage.errors import StoreTooNewError
from storage.migration import Migration, migrate, migrations, schema_version
from storage.sql import execute

FIRST = Migration(1, "first", ("CREATE TABLE one (id INTEGER)",))
SECOND = Migration(2, "second", ("ALTER TABLE one ADD COLUMN more TEXT", "INSERT INTO one VALUES (7, 'x')"))
CALLS = next(step.version for step in migrations() if step.name == "calls")
BROKEN = Migration(2, "broken", ("CREATE TABLE two (id INTEGER)", "INSERT INTO nowhere VALUES (1)"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqliteDatabase]:
    opened = SqliteDatabase(str(tmp_path / "some.db"))
    opened.connect()
    yield opened
    opened.close()


def test_an_empty_database_has_version_zero(database: SqliteDatabase) -> None:
    assert schema_version(database) == 0


def test_the_numbered_files_are_without_gaps() -> None:
    versions = [step.version for step in migrations()]
    assert versions == list(range(1, len(versions) + 1))


def test_every_migration_runs_once_and_in_order(database: SqliteDatabase) -> None:
    migrate(database, [FIRST])
    migrate(database, [FIRST, SECOND])
    migrate(database, [FIRST, SECOND])
    assert schema_version(database) == 2
    assert execute(database, "SELECT * FROM one").fetchall() == [(7, "x")]


def test_rows_outlive_a_migration(database: SqliteDatabase) -> None:
    migrate(database, [FIRST])
    execute(database, "INSERT INTO one VALUES (1)")
    migrate(database, [FIRST, SECOND])
    assert execute(database, "SELECT * FROM one").fetchall() == [(1, None), (7, "x")]


def test_a_migration_that_fails_leaves_nothing_of_itself(database: SqliteDatabase) -> None:
    with pytest.raises(OperationalError):
        migrate(database, [FIRST, BROKEN])
    assert schema_version(database) == 1
    assert not database.table_exists("two")


def test_a_newer_schema_is_refused_with_a_sentence(database: SqliteDatabase) -> None:
    migrate(database, [FIRST, SECOND])
    with pytest.raises(StoreTooNewError, match=r"has schema 2 and this Bazaar knows schemas up to 1: start the newer"):
        migrate(database, [FIRST])


def test_calls_that_were_counted_before_outlive_their_new_table(database: SqliteDatabase) -> None:
    before = [step for step in migrations() if step.version < CALLS]
    migrate(database, before)
    execute(
        database,
        "INSERT INTO project (id, asked, video, last_seq, created_at, updated_at) VALUES ('p', '', '', 0, 0, 0)",
    )
    execute(
        database,
        "INSERT INTO job (number, id, kind, project, status, attempt, percent, retry_count, input, epoch, created_at,"
        " updated_at) VALUES (1, 'j', 'component', 'p', 'completed', 1, 100, 0, '{}', 1, 0, 0)",
    )
    execute(
        database,
        "INSERT INTO llm_call VALUES ('j', 'generate', 0, 1, 'm', 'Acme', 10, 5, 2, NULL, 0, 1, 2, NULL, NULL, 3)",
    )
    migrate(database, migrations())
    rows = execute(database, "SELECT project, role, outcome, tokens_in, created_at FROM llm_call").fetchall()
    assert rows == [("p", "write", "answered", 10, 3.0)]
