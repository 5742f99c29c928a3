"""A picture that a person gives is seen in the preview, drawn by the component that names it."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from PIL import Image
from playwright.async_api import BrowserContext

from actors.jail import holds_families
from drills.server_process import ServerProcess
from drills.watching import Watch
from tests.browser.editor import Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

_LEAST_SHARE = 0.12
"""Of the preview; the picture has a fifth of it."""

SOURCE = """import { AbsoluteFill, Img, staticFile, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  return (
    <AbsoluteFill style={{ backgroundColor: "#001f3f" }}>
      <Img src={staticFile("our-logo.png")} style={{ width: 600, transform: `translateX(${frame}px)` }} />
    </AbsoluteFill>
  );
}
"""


def orange_picture() -> bytes:
    """A PNG of 64 by 32 pixels, all orange."""
    rows = b"".join(b"\0" + bytes((255, 120, 40)) * 64 for _ in range(32))
    head = struct.pack(">IIBBBBB", 64, 32, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


async def test_a_given_picture_is_drawn_in_the_preview(context: BrowserContext, tmp_path: Path) -> None:
    async with ServerProcess(tmp_path) as server:
        editor = await Editor.logged_in(context, server)
        await editor.make("A 2 second title that says 'Nimbus', one scene")
        await editor.until_made(1)
        await _give(server, editor.project)
        await editor.page.reload()
        await editor.see(lambda look: look.orange > _LEAST_SHARE)
        assert editor.faults == []


@pytest.mark.skipif(not holds_families(), reason="nobody looks where the jail holds no browser")
async def test_a_given_picture_is_on_the_stills_of_the_revision(tmp_path: Path) -> None:
    async with ServerProcess(tmp_path, settings={"BAZAAR_INSPECT": "1"}) as server, server.client() as client:
        async with await Watch.of_new_project(client) as watch:
            await watch.say("A 2 second title that says 'Nimbus', one scene")
            await watch.until_over()
            await _give(server, str(watch.project))
            looked = await watch.until("component.inspect.complete")
        still = looked.data["stills"][1]["sha256"]
        headers = {"Authorization": f"Bearer {server.token}"}
        async with aiohttp.request("GET", f"{server.url}/api/artifacts/{still}", headers=headers) as answer:
            assert _orange_share(await answer.read()) > _LEAST_SHARE


def _orange_share(picture: bytes) -> float:
    image = Image.open(BytesIO(picture)).convert("RGB").resize((64, 36))
    pixels = [image.getpixel((x, y)) for x in range(64) for y in range(36)]
    return sum(red > 200 and 80 < green < 160 and blue < 90 for red, green, blue in pixels) / len(pixels)  # type: ignore[misc]  # RGB has three


async def _give(server: ServerProcess, project: str) -> None:
    async with server.client() as client:
        scene = (await client.get(f"/api/projects/{project}"))["scenes"][0]["id"]
        await _upload(server, project)
        await client.post(f"/api/projects/{project}/scenes/{scene}/components", {"source": SOURCE})


async def _upload(server: ServerProcess, project: str) -> None:
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {server.token}"}) as session:
        address = f"{server.url}/api/projects/{project}/assets?name=our logo.png"
        async with session.post(address, data=orange_picture()) as answer:
            assert (answer.status, (await answer.json())["name"]) == (201, "our-logo.png")


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
