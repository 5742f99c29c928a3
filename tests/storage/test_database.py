import logging
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import FILE, HISTORY_FILE, open_database
from storage.errors import StoreBusyError, StoreTooNewError, StoreUnavailableError
from storage.migration import migrations, schema_version
from storage.sql import execute
from tests.storage.opened import PROJECT, Store


def test_commits_are_on_the_disk_before_they_are_acknowledged(store: Store) -> None:
    connection = store.database.connection
    settings = ("journal_mode", "synchronous", "foreign_keys", "auto_vacuum", "busy_timeout")
    assert [connection.pragma(name) for name in settings] == ["wal", 2, 1, 2, 1000]


def test_the_database_is_its_owners_only(store: Store) -> None:
    assert stat.S_IMODE((store.folder / FILE).stat().st_mode) == 0o600


def test_a_closed_database_opens_again_with_all_that_was_in_it(tmp_path: Path) -> None:
    first = Store(tmp_path)
    first.begin()
    history = first.database.history_epoch
    first.close()
    second = Store(tmp_path)
    assert second.reader.project(PROJECT).video.name == "Nimbus"
    assert second.database.history_epoch == history == second.reader.history_epoch()
    assert schema_version(second.database.connection) == len(migrations())
    second.close()


def test_the_history_has_a_name_in_the_database_and_beside_it(store: Store) -> None:
    assert len(bytes.fromhex(store.database.history_epoch)) == 4
    assert (store.folder / HISTORY_FILE).read_text() == f"{store.database.history_epoch}\n"


def test_a_database_put_back_from_elsewhere_begins_a_new_history(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    database.close()
    (tmp_path / HISTORY_FILE).write_text("0badcafe\n")
    restored = open_database(tmp_path)
    assert restored.history_epoch not in {"0badcafe", database.history_epoch}
    assert (tmp_path / HISTORY_FILE).read_text() == f"{restored.history_epoch}\n"
    restored.close()


def test_a_lost_note_of_the_history_is_written_again(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    database.close()
    (tmp_path / HISTORY_FILE).unlink()
    again = open_database(tmp_path)
    again.close()
    assert (tmp_path / HISTORY_FILE).read_text() == f"{database.history_epoch}\n" == f"{again.history_epoch}\n"


def test_a_folder_in_use_is_refused(store: Store) -> None:
    with pytest.raises(StoreBusyError):
        open_database(store.folder)


def test_a_newer_database_is_refused_and_the_folder_is_let_go(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    execute(database.connection, "INSERT INTO schema_version VALUES (999, 'of tomorrow', 0)")
    database.close()
    for _ in range(2):
        with pytest.raises(StoreTooNewError):
            open_database(tmp_path)


def test_a_file_that_is_no_database_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database " * 1000)
    with pytest.raises(StoreUnavailableError, match=r"bazaar\.db cannot be used"):
        open_database(tmp_path)


def test_the_version_of_sqlite_is_logged_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="storage.database"):
        open_database(tmp_path).close()
    assert [record.message for record in caplog.records] == [f"sqlite {sqlite3.sqlite_version} on {tmp_path / FILE}"]


def test_a_database_that_could_not_shrink_is_rewritten_once(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as old:
        old.execute("PRAGMA auto_vacuum = none")
        old.execute("CREATE TABLE keep (value)")
        old.execute("INSERT INTO keep VALUES (7)")
        old.commit()
    for _ in range(2):
        database = open_database(tmp_path)
        assert database.connection.pragma("auto_vacuum") == 2
        assert database.connection.pragma("journal_mode") == "wal"
        assert execute(database.connection, "SELECT value FROM keep").fetchone() == (7,)
        database.close()
