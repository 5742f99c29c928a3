import pytest

from tests.server.asking import ask, get, post
from tests.server.living import PROJECT, Site

pytestmark = pytest.mark.anyio

ADDRESS = f"/api/projects/{PROJECT}"


async def test_a_deleted_project_is_gone_and_says_so_wherever_it_is_asked_for(site: Site) -> None:
    site.begin()
    answer = await ask(site, "DELETE", ADDRESS)
    assert (answer.status, answer.json) == (200, {"project": PROJECT})
    gone = (410, "project.deleted")
    assert (await get(site, ADDRESS)).refusal == gone
    assert (await get(site, f"{ADDRESS}/events")).refusal == gone
    assert (await get(site, f"/api/events?projects={PROJECT}")).refusal == gone
    assert (await post(site, f"{ADDRESS}/messages", json={"content": "x"})).refusal == gone
    assert (await ask(site, "PATCH", ADDRESS, json={"name": "x"})).refusal == gone
    assert (await post(site, f"{ADDRESS}/duplicate")).refusal == gone


async def test_it_moves_from_one_list_to_the_other_and_back(site: Site) -> None:
    site.begin()

    async def listed(path: str) -> list[str]:
        return [one["id"] for one in (await get(site, path)).json["projects"]]

    await ask(site, "DELETE", ADDRESS)
    assert (await listed("/api/projects"), await listed("/api/projects/deleted")) == ([], [PROJECT])
    restored = await post(site, f"{ADDRESS}/restore")
    assert (restored.status, restored.json["project"]) == (200, PROJECT)
    assert (await listed("/api/projects"), await listed("/api/projects/deleted")) == ([PROJECT], [])


async def test_a_project_that_was_never_there_is_unknown(site: Site) -> None:
    for answer in (
        await ask(site, "DELETE", ADDRESS),
        await post(site, f"{ADDRESS}/restore"),
        await post(site, f"{ADDRESS}/duplicate"),
    ):
        assert answer.refusal == (404, "project.unknown")


async def test_a_duplicate_is_made_once_under_its_key(site: Site) -> None:
    site.begin()
    headers = {"Idempotency-Key": "k"}
    answers = [await post(site, f"{ADDRESS}/duplicate", headers=headers) for _ in range(2)]
    assert [answer.status for answer in answers] == [201, 201]
    assert answers[0].json == answers[1].json
    assert answers[0].json["video"]["name"] == "Copy of Nimbus"
    assert len(site.reader.projects()) == 2
