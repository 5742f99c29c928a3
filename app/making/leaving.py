"""What `make` leaves in its folder: the project, each scene's source and bundle, and a page that plays the video."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from app.making.client import Client
from app.making.fonts import fonts_for
from app.settings import ROOT

TEMPLATE = ROOT / "web" / "dist" / "standalone.html"
_MARKER = "__BAZAAR_VIDEO__"


class Made(NamedTuple):
    """What the gates made of a scene."""

    source: str
    bundle: str


async def leave(client: Client, snapshot: dict[str, Any], out: Path) -> None:
    """Write everything; files of an earlier run that are made again are replaced."""
    made = [await _fetched(client, scene) for scene in snapshot["scenes"]]
    _write(snapshot, made, out)


def _write(snapshot: dict[str, Any], made: list[Made | None], out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for number, (scene, one) in enumerate(zip(snapshot["scenes"], made, strict=True), 1):
        if one:
            _write_scene(out / "scenes" / f"{number:02}-{_slug(scene['name'])}", one)
    scenes = [_played(scene, one) for scene, one in zip(snapshot["scenes"], made, strict=True)]
    project = {"project": snapshot["project"], "video": snapshot["video"], "scenes": snapshot["scenes"]}
    (out / "project.json").write_text(json.dumps(project, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    video = {name: snapshot["video"][name] for name in ("width", "height", "fps", "background")}
    (out / "index.html").write_text(_page(snapshot["video"]["name"], video, scenes), encoding="utf-8")


async def _fetched(client: Client, scene: dict[str, Any]) -> Made | None:
    if not scene.get("bundle"):
        return None
    source = await client.get(f"/api/scenes/{scene['id']}/source")
    bundle = await client.get_bytes(f"/api/artifacts/{scene['bundle']}")
    return Made(source["source"], bundle.decode())


def _write_scene(folder: Path, made: Made) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bundle.js").write_text(made.bundle, encoding="utf-8")
    (folder / "source.tsx").write_text(made.source, encoding="utf-8")


def _played(scene: dict[str, Any], made: Made | None) -> dict[str, Any]:
    """The scene as the player takes it."""
    return {
        "id": scene["id"],
        "name": scene["name"],
        "durationFrames": scene["duration_frames"],
        "props": scene.get("props", {}),
        "code": made.bundle if made else None,
        "transition": scene.get("transition", "cut"),
    }


def _page(title: str, video: dict[str, Any], scenes: list[dict[str, Any]]) -> str:
    fonts = fonts_for(json.dumps(scenes, ensure_ascii=False))
    content = json.dumps({"title": title, "video": video, "scenes": scenes, "fonts": fonts}, ensure_ascii=False)
    return TEMPLATE.read_text(encoding="utf-8").replace(_MARKER, content.replace("<", "\\u003c"))


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "scene"
