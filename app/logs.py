"""One line per decision, its fields behind it: `… job failed inside the orchestrator job=job_1`."""

import logging

from aiohttp.http import HttpProcessingError

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class FieldsFormatter(logging.Formatter):
    """Shows what `extra` gave to a record, in its order."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # the name is logging's
        """The line with its fields."""
        fields = (f"{name}={_on_one_line(value)}" for name, value in vars(record).items() if name not in _STANDARD)
        return " ".join([super().formatMessage(record), *fields])


def log_to_stderr(level: int) -> None:
    """Send what is logged from that level on to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(FieldsFormatter())
    handler.addFilter(is_worth_a_line)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("httpx2").setLevel(max(level, logging.WARNING))  # it has a line for every call of the model


def is_worth_a_line(record: logging.LogRecord) -> bool:
    """A request that is no HTTP is its sender's fault, and quoted in the error: it may hold the token."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, HttpProcessingError)


def _on_one_line(value: object) -> str:
    """A value may come from outside: it begins no line of its own and moves no terminal's cursor."""
    text = str(value)
    return text if text.isprintable() else repr(text)
