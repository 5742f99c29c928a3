import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from server.console.asking import Reasoned, audited
from server.handles import HANDLES
from tests.server.console.desk import Desk

pytestmark = pytest.mark.anyio


async def test_also_what_went_wrong_is_kept(desk: Desk) -> None:
    app = web.Application()
    app[HANDLES] = desk.site.handles
    request = make_mocked_request("POST", "/", app=app)
    with pytest.raises(OSError, match="no"), audited(request, "kill", "a", Reasoned(reason="a test")):
        raise OSError("no")
    assert desk.actions == [("kill", "a", "a test", "failed: OSError")]
