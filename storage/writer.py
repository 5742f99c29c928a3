"""The only writer of the database: a batch of entries is one transaction, and each entry stands or falls alone.

A result is given back only after the commit, so whatever follows from it is true.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import perf_counter

from peewee import PeeweeException

from storage.artifacts import FOLDER, ArtifactStore
from storage.batches import Batches
from storage.condition import WRITING, Condition
from storage.database import Database
from storage.entries import (
    Entry,
    Refused,
    Written,
)
from storage.errors import OutcomeUnknownError, StoreUnavailableError
from storage.replies import Replies
from storage.sql import begin, commit, execute
from storage.upkeep import Shrink
from storage.writing.entry import contained
from storage.writing.transaction import Transaction

logger = logging.getLogger(__name__)

SLOW_COMMIT_S = 0.5
"""A commit takes under a millisecond on a quiet disk; one of this length is felt by everybody."""


class Writer:
    """Writes entries, in order. `clock` gives seconds since the epoch, `ids` makes a new id of a prefix.

    `replies` says where the replies of checkpoints lie; without it, in the rows and beside the database.
    """

    def __init__(
        self,
        database: Database,
        *,
        clock: Callable[[], float],
        ids: Callable[[str], str],
        replies: Replies | None = None,
        condition: Condition | None = None,
    ) -> None:
        self._connection = database.connection
        self._clock = clock
        self._ids = ids
        self._replies = replies or Replies(ArtifactStore(database.folder / FOLDER))
        self._condition = condition or Condition(clock)
        self._guard = threading.Lock()
        self._batches = Batches(database.connection)
        self._doubt: Sequence[Written | Refused] | None = None

    def write(self, entries: Sequence[Entry]) -> list[Written | Refused]:
        """Write all entries in one transaction; the answers are in their order.

        Raises StoreUnavailableError when the database did not take the batch: then nothing of it is stored. Raises
        OutcomeUnknownError when its commit failed and the database cannot be read either: ask `settle` before you
        write anything else.
        """
        with self._guard:
            try:
                answers = self._write(entries)
            except PeeweeException as error:
                return self._after(error)
            except BaseException:
                self._abandon()
                raise
            self._condition.works(WRITING)
            return answers

    def settle(self) -> Sequence[Written | Refused] | None:
        """The answers to the batch whose outcome was unknown, if it is stored; None if it is not.

        Raises OutcomeUnknownError while that cannot be read.
        """
        with self._guard:
            answers, held = self._doubt, self._has_arrived()
            self._doubt = None
            return answers if held else None

    def probe(self) -> None:
        """See whether a write is taken. Raises StoreUnavailableError."""
        self.write(())

    def _write(self, entries: Sequence[Entry]) -> list[Written | Refused]:
        self._doubt = None
        begin(self._connection)
        transaction = Transaction(self._connection, now=self._clock(), new_id=self._ids, replies=self._replies)
        answers = self._write_all(transaction, entries)
        if answers is None:
            self._connection.rollback()
            begin(self._connection)
            answers = [self._write_one(transaction, entry) for entry in entries]
        self._batches.mark()
        begun = perf_counter()
        self._doubt = answers
        commit(self._connection)
        _note(perf_counter() - begun, len(entries))
        if any(isinstance(entry, Shrink) for entry in entries):
            execute(self._connection, "PRAGMA wal_checkpoint(PASSIVE)")  # only now the file grows smaller
        return answers

    def _write_all(self, transaction: Transaction, entries: Sequence[Entry]) -> list[Written | Refused] | None:
        """Apply all without a way back from each: None where one is refused, which is rare."""
        answers: list[Written | Refused] = []
        for entry in entries:
            answer = contained(transaction, entry)
            if isinstance(answer, Refused):
                return None
            answers.append(answer)
        return answers

    def _write_one(self, transaction: Transaction, entry: Entry) -> Written | Refused:
        transaction.run("SAVEPOINT entry")
        answer = contained(transaction, entry)
        if isinstance(answer, Refused):
            transaction.run("ROLLBACK TO entry")
        transaction.run("RELEASE entry")
        return answer

    def _after(self, error: PeeweeException) -> list[Written | Refused]:
        """What holds of a batch that failed: before its commit nothing, after it what a new connection reads."""
        self._abandon()
        if self._doubt is not None and self._has_arrived():
            logger.warning("a commit failed and holds", extra={"error": str(error)})
            return list(self._doubt)
        reason = f"the database did not take the write ({error}): see that the disk has room, then try again"
        self._condition.fails(WRITING, reason)
        raise StoreUnavailableError(reason) from error

    def _has_arrived(self) -> bool:
        try:
            return self._batches.has_arrived()
        except PeeweeException as error:
            self._abandon()
            reason = f"a commit failed and the database cannot be read ({error}): see that its disk answers"
            self._condition.fails(WRITING, reason)
            raise OutcomeUnknownError(reason) from error

    def _abandon(self) -> None:
        """Leave the transaction and the connection; the next batch opens a new one."""
        with suppress(PeeweeException):
            self._connection.rollback()
        with suppress(PeeweeException):
            self._connection.close()


def _note(seconds: float, entries: int) -> None:
    """Say when the disk was slow, because everything waits for it."""
    if seconds > SLOW_COMMIT_S:
        logger.warning("the disk took long to commit", extra={"seconds": round(seconds, 3), "entries": entries})
