import pytest

from tests.server.asking import get
from tests.server.living import Site

pytestmark = pytest.mark.anyio

CODE = "export default () => null; // ü".encode()


async def test_gives_the_bytes_to_be_kept_for_ever(site: Site) -> None:
    name = site.artifacts.put(CODE, "bundle")
    answer = await get(site, f"/api/artifacts/{name}")
    assert (answer.status, answer.body) == (200, CODE)
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_sends_nothing_to_who_has_it(site: Site) -> None:
    name = site.artifacts.put(CODE, "bundle")
    etag = (await get(site, f"/api/artifacts/{name}")).headers["ETag"]
    answer = await get(site, f"/api/artifacts/{name}", headers={"If-None-Match": etag})
    assert (answer.status, answer.body) == (304, b"")


@pytest.mark.parametrize("name", ["0" * 64, "x", "..%2F..%2Fbazaar.db"])
async def test_an_unknown_artifact_is_unknown(site: Site, name: str) -> None:
    assert (await get(site, f"/api/artifacts/{name}")).refusal == (404, "artifact.unknown")
