import json
import re
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from app.making.client import Client
from app.making.leaving import leave

pytestmark = pytest.mark.anyio

VIDEO = {"name": "Nimbus </script>", "width": 1280, "height": 720, "fps": 30, "background": "#000", "palette": []}
PUBLISHED = {"id": "s1", "name": "Title / One!", "duration_frames": 90, "props": {"a": 1}, "bundle": "abc"}
EMPTY = {"id": "s2", "name": "…", "duration_frames": 30, "props": {}, "bundle": None}


def snapshot(*scenes: dict[str, Any]) -> dict[str, Any]:
    return {"project": "p", "video": VIDEO, "scenes": list(scenes), "messages": [], "jobs": []}


async def left(out: Path, told: dict[str, Any]) -> None:
    app = web.Application()

    async def source(_: web.Request) -> web.Response:
        return web.json_response({"scene": "s1", "source": "export default …"})

    async def bundle(_: web.Request) -> web.Response:
        return web.Response(text="const a = '</script>';")

    app.add_routes([web.get("/api/scenes/s1/source", source), web.get("/api/artifacts/abc", bundle)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with Client(f"http://127.0.0.1:{runner.addresses[0][1]}", "a-token") as client:
            await leave(client, told, out)
    finally:
        await runner.cleanup()


async def test_leaves_the_project_each_source_and_bundle_and_a_page(tmp_path: Path) -> None:
    await left(tmp_path / "new" / "out", snapshot(PUBLISHED, EMPTY))
    out = tmp_path / "new" / "out"
    names = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert names == ["index.html", "project.json", "scenes/01-title-one/bundle.js", "scenes/01-title-one/source.tsx"]
    assert json.loads((out / "project.json").read_text())["scenes"] == [PUBLISHED, EMPTY]


async def test_the_page_holds_the_video_and_nothing_in_it_ends_its_script(tmp_path: Path) -> None:
    await left(tmp_path, snapshot(PUBLISHED, EMPTY))
    page = (tmp_path / "index.html").read_text()
    assert "__BAZAAR_VIDEO__" not in page
    [held] = re.findall(r'\{"title": .*\}\}\}', page)
    video = json.loads(held)
    assert "<" not in held
    assert video["title"] == "Nimbus </script>"
    assert [scene["code"] for scene in video["scenes"]] == ["const a = '</script>';", None]
    assert video["scenes"][0]["durationFrames"] == 90
    assert [face["family"] for face in video["fonts"]["faces"]] == ["Inter"]


async def test_replaces_what_an_earlier_run_left(tmp_path: Path) -> None:
    await left(tmp_path, snapshot(PUBLISHED))
    (tmp_path / "project.json").write_text("old")
    await left(tmp_path, snapshot(PUBLISHED))
    assert json.loads((tmp_path / "project.json").read_text())["project"] == "p"
