"""The only writer of the database: a batch of entries is one transaction, and each entry stands or falls alone.

A result is given back only after the commit, so whatever follows from it is true.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import perf_counter
from typing import assert_never

from peewee import IntegrityError, PeeweeException

from pipeline.errors import ChangeRefusedError
from pipeline.ids import Sha256
from storage.batches import Batches
from storage.condition import WRITING, Condition
from storage.database import Database
from storage.edits import EditProject, RedoEdit, UndoEdit
from storage.entries import (
    AcceptMessage,
    AdvanceJob,
    ApplyTool,
    CreateProject,
    Entry,
    KeepAnswer,
    Keyed,
    NoteStreams,
    PublishRevision,
    Refused,
    Written,
)
from storage.errors import ConflictError, OutcomeUnknownError, StorageError, StoreUnavailableError
from storage.faults import is_of_the_store
from storage.wishes import ForkJob, HurryJob, JobWish, PutJobFirst, ResumeJob, WishJob
from storage.writing.conversation import accept_message
from storage.writing.editing import edit_project
from storage.writing.jobs import advance_job
from storage.writing.keys import keep_answer, write_once
from storage.writing.projects import create_project
from storage.writing.resuming import fork_job, resume_job
from storage.writing.revisions import publish_revision
from storage.writing.streams import note_streams
from storage.writing.tools import apply_tool
from storage.writing.transaction import Transaction
from storage.writing.wishes import hurry_job, put_job_first, wish_job

logger = logging.getLogger(__name__)

SLOW_COMMIT_S = 0.5
"""A commit takes under a millisecond on a quiet disk; one of this length is felt by everybody."""


class Writer:
    """Writes entries, in order. `clock` gives seconds since the epoch, `ids` makes a new id of a prefix.

    `artifact_bytes` says how large a stored artifact is, so that its row can.
    """

    def __init__(
        self,
        database: Database,
        *,
        clock: Callable[[], float],
        ids: Callable[[str], str],
        artifact_bytes: Callable[[Sha256], int | None] = lambda _: None,
        condition: Condition | None = None,
    ) -> None:
        self._connection = database.connection
        self._clock = clock
        self._ids = ids
        self._artifact_bytes = artifact_bytes
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
        self._connection.begin()
        transaction = Transaction(
            self._connection, now=self._clock(), new_id=self._ids, artifact_bytes=self._artifact_bytes
        )
        answers = [self._write_one(transaction, entry) for entry in entries]
        self._batches.mark()
        begun = perf_counter()
        self._doubt = answers
        self._connection.commit()
        _note(perf_counter() - begun, len(entries))
        return answers

    def _write_one(self, transaction: Transaction, entry: Entry) -> Written | Refused:
        transaction.run("SAVEPOINT entry")
        answer = _contained(transaction, entry)
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


def _contained(transaction: Transaction, entry: Entry) -> Written | Refused:
    """Whatever is wrong with an entry refuses that entry alone; what is wrong with the database is everybody's."""
    try:
        return _apply(transaction, entry)
    except (StorageError, ChangeRefusedError) as error:
        logger.info("refused %s: %s", type(entry).__name__, error)
        return Refused(error)
    except IntegrityError as error:
        logger.warning("refused %s: %s", type(entry).__name__, error)
        message = f"{type(entry).__name__} does not fit what is stored ({error}): take a new id or one that exists"
        return Refused(ConflictError(message))
    except PeeweeException as error:
        if is_of_the_store(error):
            raise
        logger.exception("refused %s", type(entry).__name__)
        return Refused(error)
    except Exception as error:
        logger.exception("refused %s", type(entry).__name__)
        return Refused(error)


def _apply(transaction: Transaction, entry: Entry) -> Written:  # noqa: C901, PLR0911  # one line per kind of entry
    match entry:
        case AdvanceJob():
            return advance_job(transaction, entry)
        case WishJob() | ResumeJob() | ForkJob() | HurryJob() | PutJobFirst():
            return _heed(transaction, entry)
        case ApplyTool():
            return apply_tool(transaction, entry)
        case EditProject() | UndoEdit() | RedoEdit():
            return edit_project(transaction, entry)
        case PublishRevision():
            return publish_revision(transaction, entry)
        case AcceptMessage():
            return accept_message(transaction, entry)
        case CreateProject():
            return create_project(transaction, entry)
        case Keyed():
            return write_once(transaction, entry, _apply)
        case KeepAnswer():
            return keep_answer(transaction, entry)
        case NoteStreams():
            return note_streams(transaction, entry)
        case _:
            assert_never(entry)


def _heed(transaction: Transaction, wish: JobWish) -> Written:
    match wish:
        case WishJob():
            return wish_job(transaction, wish)
        case ResumeJob():
            return resume_job(transaction, wish)
        case ForkJob():
            return fork_job(transaction, wish)
        case HurryJob():
            return hurry_job(transaction, wish)
        case PutJobFirst():
            return put_job_first(transaction, wish)
