"""The one typed door to raw SQL, which the hot path takes past models and query building.

It takes peewee's connection, and peewee's errors come out, but not the thirty calls that peewee makes on the way.
"""

import sqlite3
from collections.abc import Sequence

from peewee import SqliteDatabase, __exception_wrapper__  # type: ignore[attr-defined]  # as its own extensions do


def execute(database: SqliteDatabase, sql: str, *values: object) -> sqlite3.Cursor:
    """Run one statement with its values, opening the connection if need be; raises peewee's errors."""
    return run(connection_of(database), sql, values)


def connection_of(database: SqliteDatabase) -> sqlite3.Connection:
    """What lies behind it, opened if need be, for whoever runs many statements; raises peewee's errors."""
    connection: sqlite3.Connection = database.connection()  # type: ignore[no-untyped-call]
    return connection


def run(connection: sqlite3.Connection, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
    """Run one statement with its values; raises peewee's errors."""
    try:
        return connection.execute(sql, values)
    except sqlite3.Error:
        with __exception_wrapper__:
            raise


def begin(database: SqliteDatabase) -> None:
    """Open a transaction that will write, and the connection if need be; raises peewee's errors."""
    run(connection_of(database), "BEGIN IMMEDIATE")


def commit(database: SqliteDatabase) -> None:
    """End the transaction; it is on the disk when this returns. Raises peewee's errors."""
    run(connection_of(database), "COMMIT")
