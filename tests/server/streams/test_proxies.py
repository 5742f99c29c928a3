from pathlib import Path

import pytest
from aiohttp import ClientSession, HttpVersion10

from benchmarks.streams.senders import free_port
from pipeline.events import JobResumed
from tests.server.blocks import stream
from tests.server.living import BEARER, PROJECT, Site
from tests.server.streams.asked import events_of, until_live
from tests.server.streams.proxies import NGINX, BufferingProxy, nginx
from tests.server.ticking import until

pytestmark = pytest.mark.anyio

PATH = f"/api/projects/{PROJECT}/events"


async def is_told_as_it_happens(site: Site, address: str, session: ClientSession) -> None:
    """Each event arrives before the next one happens."""
    async with stream(session, address) as blocks:
        assert (await blocks.event()).event == "snapshot"
        await blocks.live()
        for seq in (4, 5, 6):
            site.happen(JobResumed())
            assert (await blocks.event()).seq == seq


@pytest.mark.skipif(not Path(NGINX).exists(), reason="nginx is not installed here")
async def test_behind_nginx_as_it_comes_events_arrive_as_they_happen(site: Site, tmp_path: Path) -> None:
    site.begin()
    port = free_port()
    async with nginx(tmp_path / "nginx", port, site.host):
        await is_told_as_it_happens(site, f"http://127.0.0.1:{port}{PATH}", site.session)


async def test_behind_a_proxy_that_buffers_events_arrive_as_they_happen(site: Site) -> None:
    site.begin()
    async with BufferingProxy(site.host).listening() as port:
        headers = {"Host": site.host}
        async with ClientSession(headers={**BEARER, **headers}) as session:
            await is_told_as_it_happens(site, f"http://127.0.0.1:{port}{PATH}", session)


async def test_one_that_does_not_care_for_what_is_asked_of_it_would_hold_them_back(site: Site) -> None:
    site.begin()
    proxy = BufferingProxy(site.host, obeys=False)
    async with (
        proxy.listening() as port,
        ClientSession(headers={**BEARER, "Host": site.host}) as session,
        session.get(f"http://127.0.0.1:{port}{PATH}") as response,
    ):
        await until_live(site.hub, 1)
        await until(lambda: b"event: live" in proxy.held)
        site.happen(JobResumed())
        await until(lambda: b"job.resumed" in proxy.held)
        assert response.content.total_bytes == 0


async def test_a_client_of_http_1_0_gets_no_chunks(site: Site) -> None:
    site.begin()
    async with ClientSession(headers=BEARER, version=HttpVersion10) as session:
        await is_told_as_it_happens(site, events_of(site), session)
