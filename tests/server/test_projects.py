import pytest

from pipeline.ids import ProjectId
from server.ids import derived
from storage.errors import StoreUnavailableError
from storage.sql import execute
from tests.server.asking import get, post
from tests.server.living import MODEL, PROJECT, Site

pytestmark = pytest.mark.anyio

MESSAGES = f"/api/projects/{PROJECT}/messages"


async def test_makes_a_project_of_what_is_given_and_defaults(site: Site) -> None:
    answer = await post(site, "/api/projects", json={"name": "Nimbus", "width": 1080, "height": 1920})
    assert answer.status == 201
    assert answer.headers["Location"] == f"/api/projects/{answer.json['project']}"
    assert (answer.json["video"]["name"], answer.json["video"]["fps"], answer.json["seq"]) == ("Nimbus", 30, 0)
    assert answer.json["model"] == MODEL


async def test_an_empty_body_makes_a_project_too(site: Site) -> None:
    assert (await post(site, "/api/projects")).json["video"]["name"] == "Untitled"


async def test_the_same_key_makes_one_project(site: Site) -> None:
    headers = {"Idempotency-Key": "k"}
    answers = [await post(site, "/api/projects", json={"name": "A"}, headers=headers) for _ in range(2)]
    assert answers[0].json == answers[1].json
    assert len(site.reader.projects()) == 1
    other = await post(site, "/api/projects", json={"name": "B"}, headers=headers)
    assert other.refusal == (422, "idempotency.mismatch")


async def test_lists_projects(site: Site) -> None:
    site.begin()
    [entry] = (await get(site, "/api/projects")).json["projects"]
    assert (entry["id"], entry["name"], entry["scenes"]) == (PROJECT, "Nimbus", 0)


async def test_shows_a_project_as_the_stream_does(site: Site) -> None:
    site.begin()
    shown = (await get(site, f"/api/projects/{PROJECT}")).json
    assert (shown["seq"], len(shown["messages"]), len(shown["jobs"])) == (3, 2, 1)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"width": 15}, "width"),
        ({"fps": 0}, "fps"),
        ({"background": "navy"}, "background"),
        ({"size": 1}, "size"),
        ({"name": ""}, "name"),
        ([], ""),
    ],
)
async def test_says_which_fields_do_not_fit(site: Site, body: object, field: str) -> None:
    answer = await post(site, "/api/projects", json=body)
    assert answer.refusal == (422, "request.invalid")
    assert [one["field"] for one in answer.json["fields"]] == [field]
    assert site.reader.projects() == []


async def test_takes_a_message_and_answers_after_the_commit(site: Site) -> None:
    site.begin()
    answer = await post(site, MESSAGES, json={"content": "a teaser"})
    assert answer.status == 202
    assert answer.headers["Location"] == f"/api/jobs/{answer.json['job']}"
    assert site.reader.job_view(answer.json["job"]).message == answer.json["assistant_message_id"]


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (b"{", (400, "json.malformed")),
        (b"\xff", (400, "json.malformed")),
        (b'{"content": 1}', (422, "request.invalid")),
        (b"{}", (422, "request.invalid")),
        (b'{"content": "x", "more": 1}', (422, "request.invalid")),
        (b'{"content": "x", "user_message_id": "no good"}', (422, "request.invalid")),
        (b'{"content": ""}', (422, "message.empty")),
        (b'{"content": " \\n\\t"}', (422, "message.empty")),
        (b'{"content": "%s"}' % (b"x" * 20_001), (422, "message.too-long")),
        (b'{"content": "%s"}' % (b"x" * 300_000), (413, "body.too-large")),
    ],
)
async def test_refuses_bad_messages_and_changes_nothing(site: Site, body: bytes, refusal: tuple[int, str]) -> None:
    site.begin()
    before = site.everything()
    assert (await post(site, MESSAGES, data=body)).refusal == refusal
    assert site.everything() == before


async def test_says_how_long_a_message_is_and_may_be(site: Site) -> None:
    site.begin()
    answer = await post(site, MESSAGES, json={"content": "x" * 100_000})
    assert answer.refusal == (422, "message.too-long")
    assert "100,000" in answer.json["detail"]
    assert "20,000" in answer.json["detail"]


async def test_takes_the_longest_message(site: Site) -> None:
    site.begin()
    assert (await post(site, MESSAGES, json={"content": "€" * 20_000})).status == 202


@pytest.mark.parametrize("key", ["", "x" * 201, "ü"])
async def test_refuses_a_key_that_cannot_be_one(site: Site, key: str) -> None:
    site.begin()
    answer = await post(site, MESSAGES, json={"content": "x"}, headers={"Idempotency-Key": key})
    assert answer.refusal == (422, "request.invalid")


@pytest.mark.parametrize("path", ["/api/projects/x", "/api/projects/x/events", "/api/projects/%00"])
async def test_an_unknown_project_is_unknown(site: Site, path: str) -> None:
    assert (await get(site, path)).refusal == (404, "project.unknown")


async def test_a_message_to_an_unknown_project_changes_nothing(site: Site) -> None:
    assert (await post(site, "/api/projects/x/messages", json={"content": "x"})).refusal == (404, "project.unknown")
    assert site.journal.let_out == []


@pytest.mark.parametrize("failure", [TimeoutError(), StoreUnavailableError("disk full"), RuntimeError("died")])
async def test_says_when_the_store_does_not_answer(site: Site, failure: Exception) -> None:
    site.begin()
    site.journal.failure = failure
    answer = await post(site, MESSAGES, json={"content": "x"}, headers={"Idempotency-Key": "k"})
    assert answer.refusal == (503, "store.unavailable")
    assert answer.headers["Retry-After"] == "1"
    site.journal.failure = None
    assert (await post(site, MESSAGES, json={"content": "x"}, headers={"Idempotency-Key": "k"})).status == 202


async def test_a_scene_without_a_component_has_no_source(site: Site) -> None:
    assert (await get(site, "/api/scenes/x/source")).refusal == (404, "scene.unknown")


async def test_a_project_made_under_a_key_has_the_name_derived_from_it(site: Site) -> None:
    answer = await post(site, "/api/projects", headers={"Idempotency-Key": "k"})
    assert answer.json["project"] == ProjectId(derived("project", "k"))


async def test_a_row_that_cannot_be_read_is_a_fault_of_the_store(site: Site) -> None:
    site.begin()
    execute(site.journal.connection, "UPDATE project SET video = '{half'")
    for path in (f"/api/projects/{PROJECT}", "/api/projects"):
        answer = await get(site, path)
        assert answer.refusal == (503, "store.unreadable")
        assert answer.headers["Retry-After"] == "1"
