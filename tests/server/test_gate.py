import pytest

from tests.server.asking import ask, get, post
from tests.server.living import Site

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", ""])
async def test_refuses_whoever_calls_us_by_another_name(site: Site, host: str) -> None:
    before = site.everything()
    answer = await post(site, "/api/projects", headers={"Host": host})
    assert answer.refusal == (403, "host.foreign")
    assert site.everything() == before


@pytest.mark.parametrize("path", ["/healthz", "/login", "/preview/frame.html", "/api/projects"])
async def test_checks_the_host_on_open_paths_too(site: Site, path: str) -> None:
    assert (await get(site, path, headers={"Host": "evil.example"})).refusal == (403, "host.foreign")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "https://{host}"])
async def test_refuses_other_web_pages(site: Site, origin: str) -> None:
    before = site.everything()
    answer = await post(site, "/api/projects", headers={"Origin": origin.format(host=site.host)})
    assert answer.refusal == (403, "origin.foreign")
    assert site.everything() == before


async def test_lets_our_own_pages_in(site: Site) -> None:
    answer = await post(site, "/api/projects", headers={"Origin": site.url})
    assert answer.status == 201


async def test_answers_to_each_of_its_names(site: Site) -> None:
    name = site.host.replace("127.0.0.1", "LOCALHOST")
    assert (await get(site, "/api/projects", headers={"Host": name})).status == 200


async def test_lets_the_sandboxed_frame_fetch_what_it_needs_and_nothing_else(site: Site) -> None:
    assert (await get(site, "/preview/vendor/x.js", headers={"Origin": "null"})).refusal == (404, "route.unknown")
    assert (await get(site, "/api/projects", headers={"Origin": "null"})).refusal == (403, "origin.foreign")
    assert (await ask(site, "POST", "/preview/x", headers={"Origin": "null"})).refusal == (403, "origin.foreign")
