import pytest

from tests.server.asking import ask, get
from tests.server.living import Site

pytestmark = pytest.mark.anyio


async def test_the_figures_are_given_as_prometheus_reads_them(site: Site) -> None:
    answer = await get(site, "/metrics")
    assert (answer.status, answer.body) == (200, b"bazaar_jobs 1\n")
    assert answer.headers["Content-Type"].startswith("text/plain; version=")


async def test_nobody_sees_them_without_the_token(site: Site) -> None:
    answer = await ask(site, "GET", "/metrics", headers={"Authorization": "Bearer wrong"})
    assert answer.refusal == (401, "token.wrong")
