"""The process puts itself in its own place: for a writer that hangs, and holds the database against any other."""

import faulthandler
import logging
import os
import sys
from contextlib import suppress
from typing import NoReturn

logger = logging.getLogger(__name__)


def restart_process(name: str) -> NoReturn:
    """Say where everybody is, and become a new Bazaar with the same words; files, sockets and threads are given up."""
    logger.critical("an actor hangs that nobody can replace: the process restarts itself", extra={"actor": name})
    with suppress(ValueError, AttributeError):  # standard error is no file
        faulthandler.dump_traceback(file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  # ourselves
