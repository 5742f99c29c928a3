"""Artifacts: bytes named by the SHA-256 of their content, so they never change and may be kept for ever."""

from aiohttp import web

from pipeline.ids import Sha256
from server.handles import handles_of
from server.problems import known
from server.reading import reading

FOR_EVER = "private, max-age=31536000, immutable"


async def get_artifact(request: web.Request) -> web.Response:
    """The bytes of an artifact, or 304 for a caller that has them."""
    name = Sha256(request.match_info["sha256"])
    headers = {"ETag": f'"{name}"', "Cache-Control": FOR_EVER}
    with known("artifact"):
        content = await reading(handles_of(request).artifacts.get, name)
    if any(tag.value == name for tag in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    return web.Response(body=content, content_type="text/javascript", charset="utf-8", headers=headers)
