import logging

import pytest

from tests.server.asking import get
from tests.server.living import Site

pytestmark = pytest.mark.anyio


async def test_every_answer_says_its_id_and_a_problem_says_the_same(site: Site) -> None:
    answer = await get(site, "/api/projects/x")
    assert answer.headers["X-Correlation-Id"] == answer.json["correlation"]
    other = await get(site, "/api/projects/x")
    assert other.json["correlation"] != answer.json["correlation"]


@pytest.mark.parametrize(
    ("traceparent", "taken"),
    [
        ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", True),
        ("00-00000000000000000000000000000000-b7ad6b7169203331-01", False),
        ("what\tever", False),
    ],
)
async def test_a_caller_that_is_traced_is_answered_under_its_trace(site: Site, traceparent: str, taken: bool) -> None:  # noqa: FBT001
    answer = await get(site, "/healthz", headers={"traceparent": traceparent})
    assert (answer.headers["X-Correlation-Id"] == "0af7651916cd43dd8448eb211c80319c") is taken


async def test_the_log_speaks_of_a_failed_request_under_that_id(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.not_ready.clear()
    object.__setattr__(site.handles, "metrics", lambda: 1 / 0)
    with caplog.at_level(logging.ERROR):
        answer = await get(site, "/metrics")
    assert answer.status == 500
    assert answer.json["correlation"] == answer.headers["X-Correlation-Id"]
    assert answer.json["correlation"] in answer.json["detail"]
