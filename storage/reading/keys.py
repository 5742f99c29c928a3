"""Which idempotency keys were used, and what they were answered with."""

import json

from peewee import SqliteDatabase

from storage.sql import execute
from storage.stored import KeptAnswer, KnownKey


def known_key(database: SqliteDatabase, key: str) -> KnownKey | None:
    """What is stored under the key, if it was used."""
    sql = "SELECT digest, status, headers, body FROM idempotency_key WHERE key = ?"
    row = execute(database, sql, key).fetchone()
    if row is None:
        return None
    digest, status, headers, body = row
    return KnownKey(digest, None if status is None else KeptAnswer(status, json.loads(headers), body))
