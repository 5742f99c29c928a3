"""A stop in good order: no new step is taken, those in hand may end, and the rest waits for the next start."""

import logging
import threading
import time

from actors.messages import BUILD_WORKER, INSPECTOR, JOURNAL, LLM, ORCHESTRATOR, TOOL_EXECUTOR
from actors.runtime import ActorSystem

logger = logging.getLogger(__name__)

WORKERS = (LLM, TOOL_EXECUTOR, BUILD_WORKER, INSPECTOR)
RECORDERS = (ORCHESTRATOR, JOURNAL)
LOOK_S = 0.02
QUIET_LOOKS = 3
"""So often in a row nothing is seen: what one has just sent may not have reached the other yet."""


def settle(system: ActorSystem, limit_s: float, hurried: threading.Event) -> bool:
    """Let what is in hand end, at most so long and until somebody is in a hurry; says whether all of it did.

    A step whose reply is recorded is not done again; one that is cut short is, by the next start.
    """
    for name in WORKERS:
        system.mailbox(name).suspend()
    deadline, quiet = time.monotonic() + limit_s, 0
    while time.monotonic() < deadline and not hurried.is_set():
        quiet = quiet + 1 if _is_quiet(system) else 0
        if quiet == QUIET_LOOKS:
            return True
        hurried.wait(LOOK_S)
    logger.warning("steps in hand are left to the next start", extra={"limit_s": limit_s})
    return False


def _is_quiet(system: ActorSystem) -> bool:
    """Whether nobody works, and what was worked out is written."""
    books = system.statistics().mailboxes
    at_work = any(books[name].in_hand for name in WORKERS)
    return not at_work and not any(books[name].in_hand or books[name].waiting for name in RECORDERS)
