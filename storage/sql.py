"""The one typed door to peewee's raw SQL, which the hot path takes past models and query building."""

import sqlite3

from peewee import SqliteDatabase


def execute(database: SqliteDatabase, sql: str, *values: object) -> sqlite3.Cursor:
    """Run one statement with its values; raises peewee's errors."""
    cursor: sqlite3.Cursor = database.execute_sql(sql, values)  # type: ignore[no-untyped-call]
    return cursor
