"""One line per decision, its fields behind it: `… job failed inside the orchestrator job=job_1`; or as JSON.

What is logged while a request is answered carries the correlation id that the answer has too.
"""

import json
import logging
from datetime import UTC, datetime
from typing import Literal

from aiohttp.http import HttpProcessingError

from server.correlation import correlation_in_hand

LogFormat = Literal["text", "json"]

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class FieldsFormatter(logging.Formatter):
    """Shows what `extra` gave to a record, in its order."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # the name is logging's
        """The line with its fields."""
        fields = (f"{name}={_on_one_line(value)}" for name, value in _fields(record).items())
        return " ".join([super().formatMessage(record), *fields])


class JsonFormatter(logging.Formatter):
    """One JSON object a line, its fields beside time, level, logger, message and traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_fields(record),
        }
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def log_to_stderr(level: int, form: LogFormat = "text") -> None:
    """Send what is logged from that level on to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter() if form == "json" else FieldsFormatter())
    handler.addFilter(is_worth_a_line)
    handler.addFilter(with_correlation)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("httpx2").setLevel(max(level, logging.WARNING))  # it has a line for every call of the model


def is_worth_a_line(record: logging.LogRecord) -> bool:
    """A request that is no HTTP is its sender's fault, and quoted in the error: it may hold the token."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, HttpProcessingError)


def with_correlation(record: logging.LogRecord) -> bool:
    """Let the line say which request it belongs to."""
    correlation = correlation_in_hand()
    if correlation is not None and not hasattr(record, "correlation"):
        record.correlation = correlation
    return True


def _fields(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}


def _on_one_line(value: object) -> str:
    """A value may come from outside: it begins no line of its own and moves no terminal's cursor."""
    text = str(value)
    return text if text.isprintable() else repr(text)
