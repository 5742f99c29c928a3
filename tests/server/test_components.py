import pytest

from tests.server.asking import post
from tests.server.living import PROJECT, Site

pytestmark = pytest.mark.anyio

HERE = f"/api/projects/{PROJECT}/scenes/a/components"


@pytest.mark.parametrize("body", [{}, {"instruction": "slower"}, {"source": "export default () => null"}])
async def test_a_component_job_is_started_and_shown(site: Site, body: dict[str, str]) -> None:
    site.begin()
    site.add_scenes("a")
    answer = await post(site, HERE, json=body)
    assert (answer.status, answer.json["kind"], answer.json["scene"]) == (202, "component", "a")
    assert answer.headers["Location"] == f"/api/jobs/{answer.json['id']}"


async def test_the_same_key_starts_one_job(site: Site) -> None:
    site.begin()
    site.add_scenes("a")
    answers = [await post(site, HERE, headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert answers[0].json == answers[1].json
    assert len(site.reader.snapshot(PROJECT).jobs) == 2


@pytest.mark.parametrize(
    ("path", "body", "refusal"),
    [
        (HERE, {"instruction": "x", "source": "y"}, (422, "request.invalid")),
        (HERE, {"source": "x" * 200_001}, (422, "request.invalid")),
        (HERE.replace("/a/", "/b/"), {}, (422, "change.refused")),
        (HERE.replace(PROJECT, "x"), {}, (404, "project.unknown")),
    ],
)
async def test_what_cannot_be_made_is_refused(
    site: Site, path: str, body: dict[str, str], refusal: tuple[int, str]
) -> None:
    site.begin()
    site.add_scenes("a")
    assert (await post(site, path, json=body)).refusal == refusal
