import pytest

from tests.server.asking import get
from tests.server.console.desk import OPERATOR, Desk

pytestmark = pytest.mark.anyio


@pytest.fixture
def built(desk: Desk) -> Desk:
    for name, content in {"index.html": "<!doctype html><title>Console</title>", "assets/i-1.js": "export {}"}.items():
        file = desk.site.handles.pages / "console" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return desk


@pytest.mark.parametrize("path", ["/console", "/console/", "/console/jobs/job_1"])
async def test_every_address_of_the_page_is_the_page(built: Desk, path: str) -> None:
    answer = await get(built.site, path, headers=OPERATOR)
    assert b"Console" in answer.body
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-cache"


async def test_its_files_are_kept_for_ever(built: Desk) -> None:
    answer = await get(built.site, "/console/assets/i-1.js", headers=OPERATOR)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert "immutable" in answer.headers["Cache-Control"]


async def test_what_is_not_there_is_not_the_page(built: Desk) -> None:
    for path in ("/console/assets/no.js", "/console/favicon.ico", "/console/api/nothing"):
        assert (await get(built.site, path, headers=OPERATOR)).refusal == (404, "route.unknown")


async def test_pages_that_are_not_built_say_what_to_type(desk: Desk) -> None:
    answer = await get(desk.site, "/console", headers=OPERATOR)
    assert (answer.status, b"run.py" in answer.body) == (503, True)
