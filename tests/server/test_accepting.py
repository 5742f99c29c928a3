import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from server.accepting import accepting
from server.handles import HANDLES
from server.problems import Problem
from tests.server.asking import get, post
from tests.server.living import PROJECT, Site

pytestmark = pytest.mark.anyio


async def done(_: web.Request) -> web.Response:
    return web.Response()


@pytest.mark.parametrize("accepts", [True, False])
async def test_a_command_is_taken_unless_the_process_stops(
    site: Site, monkeypatch: pytest.MonkeyPatch, *, accepts: bool
) -> None:
    monkeypatch.setitem(vars(site.handles), "accepts", lambda: accepts)
    app = web.Application()
    app[HANDLES] = site.handles
    request = make_mocked_request("POST", "/", app=app)
    if accepts:
        assert (await accepting(done)(request)).status == 200
        return
    with pytest.raises(Problem) as refused:
        await accepting(done)(request)
    assert (refused.value.status, refused.value.code) == (503, "server.stopping")
    assert refused.value.headers == {"Retry-After": "5"}


async def test_while_it_stops_everything_can_still_be_read(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.begin()
    monkeypatch.setitem(vars(site.handles), "accepts", lambda: False)
    before = site.everything()
    answer = await post(
        site, f"/api/projects/{PROJECT}/messages", json={"content": "x"}, headers={"Idempotency-Key": "k"}
    )
    assert answer.refusal == (503, "server.stopping")
    assert (await get(site, f"/api/projects/{PROJECT}")).status == 200
    assert site.everything() == before
