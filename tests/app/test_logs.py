import json
import logging

import pytest
from aiohttp.http import HttpProcessingError

from app.logs import FieldsFormatter, JsonFormatter, is_worth_a_line, with_correlation
from server.correlation import in_correlation


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


def test_a_line_of_json_has_its_fields_and_its_traceback() -> None:
    error = ZeroDivisionError("division by zero")
    told = json.loads(JsonFormatter().format(record("job %s", "ended", error=error, job="job_1", at_all={1})))
    assert (told["level"], told["logger"], told["message"], told["job"]) == ("INFO", "app", "job ended", "job_1")
    assert "ZeroDivisionError" in told["traceback"]
    assert told["at_all"] == "{1}"


def test_a_line_says_which_request_it_belongs_to() -> None:
    line = record("written")
    assert with_correlation(line)
    assert not hasattr(line, "correlation")
    with in_correlation("request_1"):
        assert with_correlation(line)
    assert FieldsFormatter().format(line).endswith("written correlation=request_1")
