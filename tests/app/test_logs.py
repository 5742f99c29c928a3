import logging

from app.logs import FieldsFormatter


def test_a_line_ends_with_the_fields_that_were_given() -> None:
    record = logging.getLogger("app").makeRecord(
        "app", logging.INFO, __file__, 1, "job %s", ("ended",), None, extra={"job": "job_1", "attempt": 2}
    )
    assert FieldsFormatter().format(record).endswith("INFO app: job ended job=job_1 attempt=2")
