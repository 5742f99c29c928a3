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


async def exported(site: Site) -> bytes:
    site.begin()
    return (await get(site, f"/api/projects/{PROJECT}/export")).body


async def test_a_project_goes_out_and_comes_in_as_a_copy(site: Site) -> None:
    file = await exported(site)
    answer = await post(site, "/api/projects/import", data=file)
    assert answer.status == 201
    assert answer.json["project"] != PROJECT
    assert answer.headers["Location"] == f"/api/projects/{answer.json['project']}"
    assert [one["content"] for one in answer.json["messages"]] == ["a teaser", ""]
    assert len(site.reader.projects()) == 2


async def test_the_same_import_under_a_key_is_done_once(site: Site) -> None:
    file, headers = await exported(site), {"Idempotency-Key": "k"}
    answers = [await post(site, "/api/projects/import", data=file, headers=headers) for _ in range(2)]
    assert answers[0].body == answers[1].body
    assert len(site.reader.projects()) == 2
    other = await post(site, "/api/projects/import", data=file + b"more", headers=headers)
    assert other.refusal == (422, "idempotency.mismatch")


async def test_what_is_no_project_is_refused_with_a_sentence(site: Site) -> None:
    answer = await post(site, "/api/projects/import", data=b"no project")
    assert answer.refusal == (422, "file.unusable")
    assert "no whole tar file" in answer.json["detail"]


async def test_a_project_that_is_unknown_is_not_exported(site: Site) -> None:
    assert (await get(site, "/api/projects/x/export")).refusal == (404, "project.unknown")
