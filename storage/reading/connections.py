"""Read-only connections that any thread may borrow for a moment.

There are a few, each used by one thread at a time; who comes when all are lent waits. A long read would make the
database's log grow, so a borrower takes its rows and gives the connection back.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

from peewee import PeeweeException, SqliteDatabase
from pydantic import ValidationError

from storage.condition import READING, Condition
from storage.errors import DefinitionMismatchError, StoreUnavailableError

_MOST = 4
_BUSY_TIMEOUT_S = 5


class ReadConnections:
    """Lends read-only connections to one database file, which must be there already."""

    def __init__(self, file: Path, condition: Condition) -> None:
        self._file = file
        self._condition = condition
        self._idle: list[SqliteDatabase] = []
        self._closed = False
        self._guard = threading.Lock()
        self._free = threading.BoundedSemaphore(_MOST)

    @contextmanager
    def lend(self) -> Iterator[SqliteDatabase]:
        """A connection in one read transaction: all its queries see the same moment.

        Raises StoreUnavailableError when the database cannot be read, and DefinitionMismatchError for a row that holds
        what this version cannot read.
        """
        with self.glance() as connection, connection.transaction():
            yield connection

    @contextmanager
    def glance(self) -> Iterator[SqliteDatabase]:
        """A connection for one query, which sees one moment by itself. Raises as `lend` does."""
        try:
            with self._free, self._borrowed() as connection:
                yield connection
        except PeeweeException as error:
            message = f"the database {self._file} cannot be read ({error}): see that the file is there and whole"
            self._condition.fails(READING, message)
            raise StoreUnavailableError(message) from error
        except (ValidationError, JSONDecodeError) as error:
            message = f"a stored row cannot be read ({str(error)[:200]}): put the database back from a backup"
            raise DefinitionMismatchError(message) from error
        self._condition.works(READING)

    def close(self) -> None:
        """Close what is idle now and what is lent when it comes back."""
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextmanager
    def _borrowed(self) -> Iterator[SqliteDatabase]:
        connection = self._take()
        try:
            yield connection
        except PeeweeException:
            connection.close()
            raise
        finally:
            self._give_back(connection)

    def _take(self) -> SqliteDatabase:
        with self._guard:
            if self._closed:
                message = f"the readers of {self._file} are closed: the store is stopping"
                raise StoreUnavailableError(message)
            if self._idle:
                return self._idle.pop()
        return self._opened()

    def _opened(self) -> SqliteDatabase:
        connection = SqliteDatabase(
            f"{self._file.absolute().as_uri()}?mode=rw",
            uri=True,
            pragmas=(("query_only", "on"),),
            thread_safe=False,
            check_same_thread=False,
            timeout=_BUSY_TIMEOUT_S,
        )
        connection.connect()
        return connection

    def _give_back(self, connection: SqliteDatabase) -> None:
        with self._guard:
            if not self._closed and not connection.is_closed():
                self._idle.append(connection)
                return
        connection.close()
