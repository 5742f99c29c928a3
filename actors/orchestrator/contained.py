"""The one broad boundary around whatever is decided of a job."""

import logging
from collections.abc import Callable

from pipeline.ids import JobId
from storage.errors import NotFoundError, StoreUnavailableError

logger = logging.getLogger(__name__)


class Contained:
    """Whatever goes wrong in a job ends that job and nothing else; a silent store is no job's fault."""

    __slots__ = ("_end", "_job")

    def __init__(self, job: JobId, end: Callable[[JobId, Exception], None]) -> None:
        self._job = job
        self._end = end

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _at: object) -> bool:
        if not isinstance(error, Exception) or isinstance(error, StoreUnavailableError):
            return False
        if isinstance(error, NotFoundError):
            logger.warning("message for a job that does not exist", extra={"job": self._job, "error": str(error)})
            return True
        logger.error("job failed inside the orchestrator", extra={"job": self._job}, exc_info=error)
        self._end(self._job, error)
        return True
