"""Runs a query on a given connection and hands out whole rows."""

from typing import Any

from peewee import ModelSelect, SqliteDatabase

from storage.errors import NotFoundError
from storage.sql import execute

Row = dict[str, Any]


def all_rows(database: SqliteDatabase, query: "ModelSelect[Any]") -> list[Row]:
    """Every row of the query, by column."""
    return list(query.dicts().execute(database))


def found_rows(database: SqliteDatabase, sql: str, *values: object) -> list[Row]:
    """Every row of a query that is asked too often to be put together each time, by column."""
    cursor = execute(database, sql, *values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def one_row(database: SqliteDatabase, query: "ModelSelect[Any]", missing: str) -> Row:
    """The first row of the query. Raises NotFoundError with the sentence `missing` when there is none."""
    found = all_rows(database, query)
    if not found:
        raise NotFoundError(missing)
    return found[0]
