"""The database of a data folder, opened for its one writer; readers bring their own connections.

Every commit is on the disk before it is acknowledged (WAL with synchronous=FULL).
"""

import logging
import secrets
import sqlite3
from pathlib import Path

from peewee import DatabaseError, SqliteDatabase

from storage.errors import StorageError, StoreUnavailableError
from storage.lock import FolderLock
from storage.migration import migrate, migrations, schema_version
from storage.precaution import set_copy_aside
from storage.sql import execute

logger = logging.getLogger(__name__)

FILE = "bazaar.db"
HISTORY_FILE = "history"

_BUSY_TIMEOUT_S = 1
"""Nobody else writes here, unless by hand: who waits longer for them is told that the store is locked."""
_PRAGMAS = (
    ("auto_vacuum", "incremental"),  # counts only before the first table, so it comes first
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", "on"),
    ("wal_autocheckpoint", 4000),  # pages: four times the default, so that a commit seldom waits for a checkpoint
)

_INCREMENTAL = 2

NAME_HISTORY = """
INSERT INTO meta (key, value) VALUES ('history_epoch', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


class Database:
    """The open data folder: its lock, the writer's connection and the name of its history.

    `connection` may be used by one thread at a time, whichever it is.
    """

    def __init__(self, folder: Path, lock: FolderLock) -> None:
        self.folder = folder
        self.connection = SqliteDatabase(
            str(folder / FILE),
            pragmas=_PRAGMAS,
            lock_type="IMMEDIATE",
            thread_safe=False,
            check_same_thread=False,
            timeout=_BUSY_TIMEOUT_S,
        )
        self._lock = lock
        self.history_epoch = ""

    def prepare(self) -> None:
        """Bring the schema and the name of the history up to date."""
        self.connection.connect()
        (self.folder / FILE).chmod(0o600)
        logger.info("sqlite %s on %s", sqlite3.sqlite_version, self.folder / FILE)
        steps, version = migrations(), schema_version(self.connection)
        if 0 < version < steps[-1].version:
            set_copy_aside(self.folder / FILE, version)
        migrate(self.connection, steps)
        _let_shrink(self.connection)
        self.history_epoch = _agreed_history(self.connection, self.folder / HISTORY_FILE)

    def close(self) -> None:
        """Close the connection and let go of the folder; more than once does no harm."""
        try:
            self.connection.close()
        finally:
            self._lock.release()


def open_database(folder: Path) -> Database:
    """Take the data folder and open its database, made where there is none.

    Raises StoreBusyError when another process has the folder, StoreTooNewError for a newer schema, and
    StoreUnavailableError when the file cannot be used.
    """
    database = Database(folder, FolderLock(folder))
    try:
        database.prepare()
    except DatabaseError as error:
        database.close()
        message = (
            f"the database {folder / FILE} cannot be used ({error}): see that the disk has room and the file is whole"
        )
        raise StoreUnavailableError(message) from error
    except (StorageError, OSError):
        database.close()
        raise
    return database


def _let_shrink(connection: SqliteDatabase) -> None:
    """A database that was made without room to shrink is rewritten once; without disk for that it stays as it is."""
    if connection.pragma("auto_vacuum") == _INCREMENTAL:
        return
    try:
        connection.pragma("auto_vacuum", "incremental")
        execute(connection, "VACUUM")
    except DatabaseError as error:
        logger.warning("the file of the database cannot shrink", extra={"error": str(error)})


def _agreed_history(connection: SqliteDatabase, beside: Path) -> str:
    """The name of this history, in the database and beside it.

    Where the two differ the database was put here from elsewhere: its numbers may be given a second time, so the
    history gets a new name and no old cursor fits it.
    """
    row = execute(connection, "SELECT value FROM meta WHERE key = 'history_epoch'").fetchone()
    noted = beside.read_text(encoding="ascii", errors="replace").strip() if beside.exists() else None
    if row is not None and noted in (row[0], None):
        epoch = str(row[0])
    else:
        epoch = secrets.token_hex(4)
        execute(connection, NAME_HISTORY, epoch)
    if noted != epoch:
        beside.write_text(f"{epoch}\n", encoding="ascii")
    return epoch
