"""The one typed door to raw SQL, which the hot path takes past models and query building.

It takes peewee's connection, and peewee's errors come out, but not the thirty calls that peewee makes on the way.
"""

import sqlite3

from peewee import SqliteDatabase, __exception_wrapper__  # type: ignore[attr-defined]  # as its own extensions do


def execute(database: SqliteDatabase, sql: str, *values: object) -> sqlite3.Cursor:
    """Run one statement with its values, opening the connection if need be; raises peewee's errors."""
    try:
        connection: sqlite3.Connection = database.connection()  # type: ignore[no-untyped-call]
        return connection.execute(sql, values)
    except sqlite3.Error:
        with __exception_wrapper__:
            raise
