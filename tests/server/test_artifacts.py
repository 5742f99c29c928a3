import pytest

from storage.sql import execute
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


async def test_a_picture_is_served_as_one(site: Site) -> None:
    name = site.artifacts.put(b"RIFF\x00\x00\x00\x00WEBPVP8 ", "still")
    assert (await get(site, f"/api/artifacts/{name}")).headers["Content-Type"] == "image/webp"


async def test_sends_nothing_to_who_has_it(site: Site) -> None:
    name = site.artifacts.put(CODE, "bundle")
    etag = (await get(site, f"/api/artifacts/{name}")).headers["ETag"]
    answer = await get(site, f"/api/artifacts/{name}", headers={"If-None-Match": etag})
    assert (answer.status, answer.body) == (304, b"")


@pytest.mark.parametrize("name", ["0" * 64, "x", "..%2F..%2Fbazaar.db"])
async def test_an_unknown_artifact_is_unknown(site: Site, name: str) -> None:
    assert (await get(site, f"/api/artifacts/{name}")).refusal == (404, "artifact.unknown")


async def test_a_file_that_is_gone_is_a_fault_of_the_store_until_it_is_back(site: Site) -> None:
    name = site.artifacts.put(CODE, "bundle")
    execute(site.journal.connection, "INSERT INTO artifact VALUES (?, 'bundle', 1, 0, 0)", name)
    file = site.artifacts.path(name)
    file.unlink()
    answer = await get(site, f"/api/artifacts/{name}")
    assert answer.refusal == (503, "artifact.missing")
    assert answer.headers["Retry-After"] == "1"
    assert site.handles.condition.troubles.keys() == {f"artifact {name}"}
    file.write_bytes(CODE)
    assert (await get(site, f"/api/artifacts/{name}")).body == CODE
    assert not site.handles.condition.degraded
