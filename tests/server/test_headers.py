import pytest

from tests.server.asking import get
from tests.server.living import Site

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("path", ["/healthz", "/api/projects", "/api/nothing", "/"])
async def test_every_answer_is_guarded(site: Site, path: str) -> None:
    headers = (await get(site, path)).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


async def test_data_is_not_kept_by_browsers(site: Site) -> None:
    assert (await get(site, "/api/projects")).headers["Cache-Control"] == "no-store"


async def test_a_page_of_another_port_may_embed_nothing_but_what_the_frame_loads(site: Site) -> None:
    assert (await get(site, "/api/projects")).headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Cross-Origin-Resource-Policy" not in (await get(site, "/preview/vendor/react.js")).headers
