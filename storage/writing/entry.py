"""One entry inside the open transaction: applied, or refused alone."""

import logging

from peewee import IntegrityError, PeeweeException

from pipeline.errors import ChangeRefusedError
from storage.calls import NoteCalls, SetBudget
from storage.deletion import DeleteProject, RestoreProject
from storage.edits import AddAsset, CommissionComponent, EditProject, RedoEdit, UndoEdit
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
from storage.errors import ConflictError, StorageError, StoreUnavailableError
from storage.faults import is_of_the_store
from storage.messages import EditMessage, WithdrawMessage
from storage.records import NoteAction, NoteDeadLetter, NoteDecision
from storage.upkeep import Upkeep
from storage.wishes import ForkJob, HurryJob, JobWish, PutJobFirst, ResumeJob, WishJob
from storage.writing.assets import add_asset
from storage.writing.calls import keep_books
from storage.writing.commissions import commission_component
from storage.writing.conversation import accept_message
from storage.writing.deletion import delete_or_restore
from storage.writing.editing import edit_project
from storage.writing.jobs import advance_job
from storage.writing.keys import keep_answer, write_once
from storage.writing.projects import create_project
from storage.writing.pruning import keep_in_shape
from storage.writing.queued import change_queued
from storage.writing.records import note_record
from storage.writing.resuming import fork_job, resume_job
from storage.writing.revisions import publish_revision
from storage.writing.streams import note_streams
from storage.writing.tools import apply_tool
from storage.writing.transaction import Transaction
from storage.writing.wishes import hurry_job, put_job_first, wish_job

logger = logging.getLogger(__name__)


def contained(transaction: Transaction, entry: Entry) -> Written | Refused:
    """Whatever is wrong with an entry refuses that entry alone; what is wrong with the database is everybody's."""
    try:
        return _apply(transaction, entry)
    except StoreUnavailableError:
        raise  # a large reply found no room on the disk
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


def _apply(transaction: Transaction, entry: Entry) -> Written:  # noqa: PLR0911  # one line per kind of entry
    match entry:
        case AdvanceJob():
            return advance_job(transaction, entry)
        case WishJob() | ResumeJob() | ForkJob() | HurryJob() | PutJobFirst():
            return _heed(transaction, entry)
        case ApplyTool():
            return apply_tool(transaction, entry)
        case EditProject() | UndoEdit() | RedoEdit() | CommissionComponent() | AddAsset():
            return _edit(transaction, entry)
        case PublishRevision():
            return publish_revision(transaction, entry)
        case AcceptMessage() | EditMessage() | WithdrawMessage() | CreateProject():
            return _begin(transaction, entry)
        case DeleteProject() | RestoreProject():
            return delete_or_restore(transaction, entry)
        case NoteCalls() | SetBudget():
            return keep_books(transaction, entry)
        case Keyed():
            return write_once(transaction, entry, _apply)
        case _:
            return _note(transaction, entry)


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


def _edit(
    transaction: Transaction, entry: EditProject | UndoEdit | RedoEdit | CommissionComponent | AddAsset
) -> Written:
    match entry:
        case CommissionComponent():
            return commission_component(transaction, entry)
        case AddAsset():
            return add_asset(transaction, entry)
        case _:
            return edit_project(transaction, entry)


def _begin(transaction: Transaction, entry: AcceptMessage | EditMessage | WithdrawMessage | CreateProject) -> Written:
    match entry:
        case AcceptMessage():
            return accept_message(transaction, entry)
        case CreateProject():
            return create_project(transaction, entry)
        case _:
            return change_queued(transaction, entry)


Aside = KeepAnswer | NoteStreams | NoteDeadLetter | NoteDecision | NoteAction | Upkeep


def _note(transaction: Transaction, entry: Aside) -> Written:
    """What concerns no job and no project."""
    match entry:
        case KeepAnswer():
            return keep_answer(transaction, entry)
        case NoteStreams():
            return note_streams(transaction, entry)
        case NoteDeadLetter() | NoteDecision() | NoteAction():
            return note_record(transaction, entry)
        case _:
            return keep_in_shape(transaction, entry)
