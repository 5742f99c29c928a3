import json

import pytest

from server.pages import CONTENT_TYPES
from tests.server.asking import get
from tests.server.living import Site

pytestmark = pytest.mark.anyio

FILES = {
    "editor/index.html": "<!doctype html><title>Editor</title>",
    "editor/assets/index-1a2b.js": "export {}",
    "preview/frame.html": "<!doctype html><title>Preview</title>",
    "preview/csp.json": json.dumps({"template": "default-src 'none'; script-src {origin}/preview/vendor/"}),
    "vendor/react.js": "export {}",
    "secret.txt": "not to be served",
}


@pytest.fixture
def built(site: Site) -> Site:
    for name, content in FILES.items():
        file = site.handles.pages / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return site


async def test_serves_the_editor_under_a_policy_that_frames_one_page_alone(built: Site) -> None:
    answer = await get(built, "/")
    assert answer.body == FILES["editor/index.html"].encode()
    policy = answer.headers["Content-Security-Policy"]
    assert f"frame-src http://{built.host}/preview/frame.html;" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["Cache-Control"] == "no-cache"


async def test_assets_are_kept_for_ever(built: Site) -> None:
    answer = await get(built, "/assets/index-1a2b.js")
    assert answer.headers["Content-Type"] == CONTENT_TYPES[".js"]
    assert "immutable" in answer.headers["Cache-Control"]


async def test_a_worker_among_the_assets_may_call_this_server_and_nobody_else(built: Site) -> None:
    answer = await get(built, "/assets/index-1a2b.js")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
    assert "sandbox" not in policy


async def test_the_frame_is_served_under_the_policy_of_its_build(built: Site) -> None:
    answer = await get(built, "/preview/frame.html")
    expected = f"default-src 'none'; script-src http://{built.host}/preview/vendor/"
    assert answer.headers["Content-Security-Policy"] == expected
    assert "X-Frame-Options" not in answer.headers


async def test_an_opaque_origin_may_read_vendor_modules(built: Site) -> None:
    answer = await get(built, "/preview/vendor/react.js", headers={"Origin": "null"})
    assert (answer.status, answer.headers["Access-Control-Allow-Origin"]) == (200, "*")


@pytest.mark.parametrize(
    "path",
    [
        "/assets/nothing.js",
        "/assets/../../secret.txt",
        "/assets/..%2F..%2Fsecret.txt",
        "/preview/vendor/%2e%2e/secret.txt",
        "/preview/..%2fsecret.txt",
        "/assets/%00",
        "/preview/vendor/..",
        "/secret.txt",
        "/preview/" + "a" * 300,
        "/assets/" + "a/" * 3000,
    ],
)
async def test_serves_nothing_from_outside_its_folders(built: Site, path: str) -> None:
    assert (await get(built, path)).refusal == (404, "route.unknown")


@pytest.mark.parametrize("path", ["/", "/preview/frame.html"])
async def test_says_how_to_build_pages_that_are_not_built(site: Site, path: str) -> None:
    answer = await get(site, path)
    assert answer.status == 503
    assert b"npm run build" in answer.body
