import io
import tarfile

import pytest

from pipeline.events import JobResumed
from storage.database import FILE
from tests.server.asking import get, post
from tests.server.living import PROJECT, Site

pytestmark = pytest.mark.anyio

CLEAN = "/api/maintenance/clean"


async def test_cleaning_tells_what_went(site: Site) -> None:
    site.begin()
    site.happen(*[JobResumed()] * 5)
    dry = (await post(site, CLEAN, json={"dry_run": True})).json["removed"]
    assert {one["kind"] for one in dry} >= {"events", "artifacts", "jobs"}
    assert all(one["items"] == 0 for one in dry)
    done = await post(site, CLEAN)
    assert (done.status, done.json["removed"][-1]["kind"]) == (200, "free pages")
    assert site.reader.horizon(PROJECT) == 0


async def test_a_backup_is_one_whole_file(site: Site) -> None:
    site.begin()
    name = site.artifacts.put(b"bundle", "bundle")
    answer = await get(site, "/api/maintenance/backup")
    assert answer.headers["Content-Type"] == "application/x-tar"
    with tarfile.open(fileobj=io.BytesIO(answer.body)) as tar:
        assert tar.getnames() == ["manifest.json", FILE, f"artifacts/{name}"]


async def test_a_backup_is_for_who_has_the_token(site: Site) -> None:
    answer = await get(site, "/api/maintenance/backup", headers={"Authorization": "Bearer wrong"})
    assert answer.refusal == (401, "token.wrong")
