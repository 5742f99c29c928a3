"""Asking Journal to write: answered after the commit, or not at all."""

import logging

from actors.messages import Sending, Write
from pipeline.errors import ChangeRefusedError
from server.command import keyed
from server.handles import Handles
from server.problems import Problem, unavailable
from storage.entries import Entry, Written
from storage.errors import (
    CommandRefusedError,
    ConflictError,
    HistoryConflictError,
    IllegalTransitionError,
    NotFoundError,
)

logger = logging.getLogger(__name__)

ANSWER_S = 5.0
"""How long a caller waits for the store before it is told to try again."""


async def write(handles: Handles, entry: Entry, *then: Sending) -> Written:
    """Write an entry and let the messages that hang on it out once it is committed.

    Of a command under a key that was used before, it is answered as then, and nothing goes out (`Written.repeated`).

    Raises what the entry is refused with, Problem 422 for an id or key that stands for something else, and Problem
    503 when no answer came: the write may have happened or not, and repeating it with the same key is safe.
    """
    try:
        written = await handles.journal.ask_async(Write(keyed(entry), then), timeout_s=ANSWER_S)
    except (NotFoundError, IllegalTransitionError, CommandRefusedError, ChangeRefusedError, HistoryConflictError):
        raise
    except ConflictError as error:
        raise Problem(422, "idempotency.mismatch", str(error)) from error
    except Exception as error:
        logger.exception("the store did not answer", extra={"entry": type(entry).__name__})
        raise unavailable() from error
    if not isinstance(written, Written):
        raise TypeError(f"journal answered a write with {type(written).__name__}; it answers with Written")
    return written
