import logging

import pytest

from storage.errors import StoreUnavailableError
from tests.server.asking import ask, get
from tests.server.living import Site

pytestmark = pytest.mark.anyio


async def test_what_is_not_there_is_a_problem(site: Site) -> None:
    assert (await get(site, "/api/nothing")).refusal == (404, "route.unknown")


async def test_a_method_that_is_not_taken_is_a_problem_that_names_those_that_are(site: Site) -> None:
    answer = await ask(site, "DELETE", "/api/projects")
    assert answer.refusal == (405, "method.not-allowed")
    assert answer.headers["Allow"] == "GET, HEAD, POST"


async def test_an_unexpected_error_is_told_to_the_log_and_not_to_the_caller(
    site: Site,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(site.reader, "projects", broken)
    with caplog.at_level(logging.ERROR):
        answer = await get(site, "/api/projects")
    assert answer.refusal == (500, "internal")
    assert b"secret" not in answer.body
    [record] = [record for record in caplog.records if record.name == "server.problems"]
    assert getattr(record, "correlation", None) == answer.json["correlation"]
    assert record.exc_info is not None


async def test_a_store_that_cannot_be_read_is_unavailable(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed() -> None:
        raise StoreUnavailableError("closed")

    monkeypatch.setattr(site.reader, "projects", closed)
    assert (await get(site, "/api/projects")).refusal == (503, "store.unavailable")
