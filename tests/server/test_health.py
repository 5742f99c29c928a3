import pytest

from tests.server.asking import get
from tests.server.living import Site

pytestmark = pytest.mark.anyio


async def test_a_process_that_lives_says_so_whatever_else(site: Site) -> None:
    site.not_ready["node"] = "not found"
    assert (await get(site, "/healthz")).status == 200


async def test_is_ready_when_nothing_speaks_against_it(site: Site) -> None:
    assert (await get(site, "/readyz")).status == 200


async def test_says_what_is_not_ready(site: Site) -> None:
    site.not_ready["node"] = "not found"
    answer = await get(site, "/readyz")
    assert (answer.status, answer.json) == (503, {"reasons": {"node": "not found"}})
