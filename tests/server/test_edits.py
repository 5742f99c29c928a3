import asyncio

import pytest

from tests.server.asking import Answer, ask, get, post
from tests.server.living import PROJECT, Site

pytestmark = pytest.mark.anyio

HERE = f"/api/projects/{PROJECT}"


async def patch(site: Site, path: str, **fields: object) -> Answer:
    return await ask(site, "PATCH", f"{HERE}{path}", json=fields)


async def with_scenes(site: Site, *names: str) -> None:
    site.begin()
    site.add_scenes(*names)


def order(answer: Answer) -> list[str]:
    return [scene["id"] for scene in answer.json["scenes"]]


async def test_settings_are_changed_and_told(site: Site) -> None:
    site.begin()
    answer = await patch(site, "", name="Other", fps=60)
    assert (answer.status, answer.json["video"]["name"], answer.json["video"]["fps"]) == (200, "Other", 60)
    assert answer.json["history"]["undo"]["name"] == "set name and frames per second of the video"
    assert site.reader.snapshot(PROJECT).video.name == "Other"


@pytest.mark.parametrize("fields", [{"fps": 0}, {"name": ""}, {"background": "navy"}, {"more": 1}])
async def test_settings_that_cannot_be_are_refused(site: Site, fields: dict[str, object]) -> None:
    site.begin()
    before = site.everything()
    assert (await patch(site, "", **fields)).refusal == (422, "request.invalid")
    assert site.everything() == before


async def test_props_that_two_set_at_once_are_both_kept(site: Site) -> None:
    await with_scenes(site, "a")
    await patch(site, "/scenes/a", props={"title": "One", "size": 1})
    await asyncio.gather(
        patch(site, "/scenes/a", set_props={"title": "Two"}), patch(site, "/scenes/a", set_props={"colour": "#fff"})
    )
    seen = await ask(site, "GET", HERE)
    assert seen.json["scenes"][0]["props"] == {"title": "Two", "size": 1, "colour": "#fff"}


async def test_a_scene_is_changed_and_moved_in_one(site: Site) -> None:
    await with_scenes(site, "a", "b")
    answer = await patch(site, "/scenes/b", name="Intro", duration_frames=12, props={"x": [1]}, position=0)
    assert order(answer) == ["b", "a"]
    assert [answer.json["scenes"][0][name] for name in ("name", "duration_frames", "props")] == [
        "Intro",
        12,
        {"x": [1]},
    ]
    again = await post(site, f"{HERE}/undo")
    assert order(again) == ["a", "b"]
    assert again.json["scenes"][1]["name"] == "b"


async def test_a_scene_goes_and_comes_back(site: Site) -> None:
    await with_scenes(site, "a", "b")
    assert order(await ask(site, "DELETE", f"{HERE}/scenes/a")) == ["b"]
    assert order(await post(site, f"{HERE}/undo")) == ["a", "b"]
    assert order(await post(site, f"{HERE}/redo")) == ["b"]


async def test_a_scene_is_copied_once_under_its_key(site: Site) -> None:
    await with_scenes(site, "a", "b")
    headers = {"Idempotency-Key": "k"}
    answers = [await post(site, f"{HERE}/scenes/a/duplicate", headers=headers) for _ in range(2)]
    assert answers[0].json == answers[1].json
    assert [scene["name"] for scene in answers[0].json["scenes"]] == ["a", "a copy", "b"]


async def test_a_patch_holds_whole_or_not_at_all(site: Site) -> None:
    await with_scenes(site, "a")
    rename = {"op": "replace", "path": "/scenes/0/name", "value": "Intro"}
    answer = await post(site, f"{HERE}/patch", json={"operations": [rename]})
    assert answer.json["scenes"][0]["name"] == "Intro"
    wrong = {"op": "test", "path": "/video/name", "value": "Other"}
    before = site.everything()
    back = {"op": "replace", "path": "/scenes/0/name", "value": "Back"}
    assert (await post(site, f"{HERE}/patch", json={"operations": [back, wrong]})).refusal == (422, "change.refused")
    assert (await post(site, f"{HERE}/patch", json={"operations": []})).refusal == (422, "request.invalid")
    assert site.everything() == before


@pytest.mark.parametrize(
    ("method", "path", "refusal"),
    [
        ("PATCH", f"{HERE}/scenes/nothing", (422, "change.refused")),
        ("DELETE", f"{HERE}/scenes/nothing", (422, "change.refused")),
        ("POST", f"{HERE}/scenes/nothing/duplicate", (422, "change.refused")),
        ("POST", f"{HERE}/undo", (409, "history.conflict")),
        ("POST", f"{HERE}/redo", (409, "history.conflict")),
        ("PATCH", "/api/projects/x", (404, "project.unknown")),
        ("POST", "/api/projects/x/undo", (404, "project.unknown")),
        ("GET", "/api/projects/x/history", (404, "project.unknown")),
    ],
)
async def test_what_does_not_fit_is_refused(site: Site, method: str, path: str, refusal: tuple[int, str]) -> None:
    site.begin()
    body = {"json": {"name": "A"}} if method == "PATCH" else {}
    assert (await ask(site, method, path, **body)).refusal == refusal


async def test_an_unknown_change_is_not_undone(site: Site) -> None:
    site.begin()
    assert (await post(site, f"{HERE}/undo", json={"edit": "nothing"})).refusal == (404, "edit.unknown")


async def test_an_undo_never_takes_back_what_another_changed_since(site: Site) -> None:
    site.begin()
    mine = (await patch(site, "", name="Mine")).json["history"]["undo"]["id"]
    await patch(site, "", name="Theirs")
    answer = await post(site, f"{HERE}/undo", json={"edit": mine})
    assert answer.refusal == (409, "history.conflict")
    assert "came after" in answer.json["detail"]


async def test_the_history_is_listed_the_last_first(site: Site) -> None:
    site.begin()
    for name in ("A", "B"):
        await patch(site, "", name=name)
    await post(site, f"{HERE}/undo")
    edits = (await get(site, f"{HERE}/history")).json["edits"]
    assert [(edit["name"], edit["author"], edit["undone"]) for edit in edits] == [
        ("set name of the video", "person", True),
        ("set name of the video", "person", False),
    ]
