import logging

import pytest
from aiohttp.http import HttpProcessingError

from app.logs import FieldsFormatter, is_worth_a_line


def record(message: str, *args: object, error: Exception | None = None, **fields: object) -> logging.LogRecord:
    exc_info = (type(error), error, None) if error else None
    return logging.getLogger("app").makeRecord(
        "app", logging.INFO, __file__, 1, message, args, exc_info, extra=fields or None
    )


def test_a_line_ends_with_the_fields_that_were_given() -> None:
    line = FieldsFormatter().format(record("job %s", "ended", job="job_1", attempt=2))
    assert line.endswith("INFO app: job ended job=job_1 attempt=2")


@pytest.mark.parametrize("path", ["/x\n2026 INFO app: all is well", "/\x1b[2J", "/a\rb"])
def test_a_field_from_outside_begins_no_line_and_commands_no_terminal(path: str) -> None:
    line = FieldsFormatter().format(record("a request failed", path=path))
    assert line.isprintable()
    assert line.endswith(f"path={path!r}")


def test_a_request_that_is_no_http_is_not_quoted_in_the_log() -> None:
    quoted = HttpProcessingError(message="Bad status line: GET /login?token=secret HTTP/9.x")
    assert not is_worth_a_line(record("Error handling request", error=quoted))
    assert is_worth_a_line(record("a request failed", error=ValueError("ours")))
