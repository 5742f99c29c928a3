"""Which errors of SQLite are the store's (its disk, its file, its locks), and which are a mistake of ours."""

import sqlite3

from peewee import OperationalError, PeeweeException

_OF_THE_STORE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)


def is_of_the_store(error: PeeweeException) -> bool:
    """Whether the same write may hold another time.

    SQLite gives no code where a file cannot be opened, which is the store's, and where it cannot take a value, which
    is ours.
    """
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    return isinstance(error, OperationalError) if code is None else code & 0xFF in _OF_THE_STORE
