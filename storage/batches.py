"""Which batch the database holds last, so that a commit that failed can be looked up instead of guessed at."""

import secrets

from peewee import SqliteDatabase

from storage.sql import execute

_KEY = "last_batch"
_MARK = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


class Batches:
    """Marks every batch in its own transaction. Used under the writer's lock."""

    def __init__(self, connection: SqliteDatabase) -> None:
        self._connection = connection
        self._run = secrets.token_hex(8)
        self._count = 0

    def mark(self) -> None:
        """Give the batch in hand its mark; raises peewee's errors."""
        self._count += 1
        execute(self._connection, _MARK, _KEY, self._now)

    def has_arrived(self) -> bool:
        """Whether the batch marked last is in the database; opens the connection anew if it is closed."""
        self._connection.connect(reuse_if_open=True)
        row = execute(self._connection, "SELECT value FROM meta WHERE key = ?", _KEY).fetchone()
        return row is not None and row[0] == self._now

    @property
    def _now(self) -> str:
        return f"{self._run}.{self._count}"
