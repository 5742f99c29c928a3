import io

import pytest

from tests.pipeline.pictures import GIF, PNG
from tests.server.asking import Answer, ask, get, post
from tests.server.living import PROJECT, Site

pytestmark = pytest.mark.anyio

HERE = f"/api/projects/{PROJECT}"


async def given(site: Site, content: bytes = PNG, key: str | None = None) -> Answer:
    headers = {"Idempotency-Key": key} if key else {}
    return await post(site, f"{HERE}/assets?name=logo.png", data=io.BytesIO(content), headers=headers)


async def root(site: Site) -> str:
    return str((await get(site, HERE)).json["asset_root"])


async def test_a_picture_is_kept_to_the_byte_and_shown_without_a_cookie_to_who_knows_the_path(site: Site) -> None:
    site.begin()
    answer = await given(site)
    assert (answer.status, answer.json["name"], answer.json["width"], answer.json["bytes"]) == (
        201,
        "logo.png",
        640,
        len(PNG),
    )
    path = f"{await root(site)}logo.png"
    async with site.session.get(f"{site.url}{path}", headers={"Authorization": "", "Origin": "null"}) as shown:
        assert (shown.status, await shown.read(), shown.headers["Content-Type"]) == (200, PNG, "image/png")
        assert shown.headers["Access-Control-Allow-Origin"] == "*"
        assert "sandbox" in shown.headers["Content-Security-Policy"]
        assert shown.headers["X-Content-Type-Options"] == "nosniff"


async def test_nobody_finds_a_file_who_does_not_know_the_path(site: Site) -> None:
    site.begin()
    await given(site)
    known = await root(site)
    for path in (
        known.replace(known.split("/")[3], "0" * 32) + "logo.png",
        known.replace(PROJECT, "other") + "logo.png",
        known + "nothing.png",
    ):
        assert (await get(site, path)).refusal == (404, "asset.unknown")
    async with site.session.post(f"{site.url}{known}logo.png", headers={"Authorization": ""}) as refused:
        assert refused.status == 401


async def test_the_same_picture_again_is_the_same_file(site: Site) -> None:
    site.begin()
    first, again, keyed = [await given(site), await given(site), await given(site, key="k")]
    assert first.json == again.json == keyed.json
    other = await given(site, GIF)
    assert other.json["name"] == "logo.gif"
    assert [one["name"] for one in (await get(site, f"{HERE}/assets")).json["assets"]] == ["logo.png", "logo.gif"]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"<svg/>", (415, "asset.no-picture")),
        (b"", (415, "asset.no-picture")),
        (PNG + bytes(10 * 1024 * 1024), (413, "body.too-large")),
    ],
)
async def test_what_is_no_picture_or_too_large_is_refused(site: Site, content: bytes, refusal: tuple[int, str]) -> None:
    site.begin()
    before = site.everything()
    assert (await given(site, content)).refusal == refusal
    assert (await given(site, content, key="k")).refusal == refusal
    assert site.everything() == before


async def test_a_large_picture_is_taken_and_other_bodies_stay_small(site: Site) -> None:
    site.begin()
    assert (await given(site, PNG + bytes(5 * 1024 * 1024))).status == 201
    large = b'{"content": "%s"}' % (b"x" * 300_000)
    assert (await post(site, f"{HERE}/messages", data=large)).refusal == (413, "body.too-large")


async def test_a_message_says_which_files_it_came_with(site: Site) -> None:
    site.begin()
    asset = (await given(site)).json["id"]
    said = await post(site, f"{HERE}/messages", json={"content": "our logo", "attachments": [asset]})
    assert said.status == 202
    shown = (await get(site, HERE)).json
    assert shown["messages"][2]["attachments"] == [asset]
    unknown = await post(site, f"{HERE}/messages", json={"content": "x", "attachments": ["no"]})
    assert unknown.refusal == (422, "change.refused")


async def test_an_unknown_project_has_no_files(site: Site) -> None:
    assert (await ask(site, "GET", "/api/projects/x/assets")).refusal == (404, "project.unknown")
    assert (await post(site, "/api/projects/x/assets", data=PNG)).refusal == (404, "project.unknown")
