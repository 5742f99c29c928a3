import pytest

from server.console.console import Console
from tests.server.asking import get
from tests.server.console.desk import OPERATOR, Desk
from tests.server.living import BEARER, OPERATOR_TOKEN, TOKEN, Site

pytestmark = pytest.mark.anyio

OF_THE_CONSOLE = ["/console", "/console/", "/console/jobs/job_1", "/console/api/snapshot", "/console/api/stream"]
OF_THE_EDITOR = ["/", "/api/projects", "/api/streams", "/metrics", "/assets/x.js", "/api/openapi.json", "/nothing"]


async def test_nothing_of_the_console_opens_to_the_editors_token(site: Site) -> None:
    for path in [*OF_THE_CONSOLE, "/console/assets/x.js", "/console/api/nothing"]:
        assert (await get(site, path, headers=BEARER)).refusal == (401, "token.wrong")


async def test_nothing_else_opens_to_the_operators_token(site: Site) -> None:
    for path in OF_THE_EDITOR:
        assert (await get(site, path, headers=OPERATOR)).refusal == (401, "token.wrong")


@pytest.mark.parametrize(("door", "token"), [("/login", TOKEN), ("/console/login", OPERATOR_TOKEN)])
async def test_each_login_leaves_a_cookie_for_its_own_side(desk: Desk, door: str, token: str) -> None:
    other = TOKEN if token == OPERATOR_TOKEN else OPERATOR_TOKEN
    assert (await get(desk.site, f"{door}?token={other}")).status == 401
    cookie = (await get(desk.site, f"{door}?token={token}")).headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict"} <= {part.strip() for part in cookie.split(";")}
    kind, path = ("operator", "/console") if token == OPERATOR_TOKEN else ("session", "/")
    assert cookie.startswith(f"bazaar_{kind}_{desk.site.host.rpartition(':')[2]}=")
    assert f"Path={path}" in cookie.replace("; ", ";").split(";")
    assert token not in cookie


async def test_a_server_without_a_console_says_so(site: Site) -> None:
    answer = await get(site, "/console/api/snapshot", headers=OPERATOR)
    assert answer.refusal == (503, "console.unavailable")


def test_the_console_holds_no_token() -> None:
    assert "token" not in Console.__dataclass_fields__
