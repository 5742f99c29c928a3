"""Artifacts: bytes named by the SHA-256 of their content, so they never change and may be kept for ever."""

from aiohttp import web

from pipeline.ids import Sha256
from server.handles import Handles, handles_of
from server.problems import RETRY, Problem
from server.reading import reading
from storage.errors import NotFoundError

FOR_EVER = "private, max-age=31536000, immutable"


async def get_artifact(request: web.Request) -> web.Response:
    """The bytes of an artifact, or 304 for a caller that has them."""
    name = Sha256(request.match_info["sha256"])
    headers = {"ETag": f'"{name}"', "Cache-Control": FOR_EVER}
    content = await reading(_content, handles_of(request), name)
    if any(tag.value == name for tag in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    if _is_picture(content):
        return web.Response(body=content, content_type="image/webp", headers=headers)
    return web.Response(body=content, content_type="text/javascript", charset="utf-8", headers=headers)


def _is_picture(content: bytes) -> bool:
    """Whether these are the first bytes of a WebP (RFC 9649)."""
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _content(handles: Handles, name: Sha256) -> bytes:
    """The bytes. Raises Problem 404 for a name that nobody knows, and 503 where the file of a known one is gone."""
    what = f"artifact {name}"
    try:
        content = handles.artifacts.get(name)
    except NotFoundError as error:
        if not handles.reader.names_artifact(name):
            raise Problem(404, "artifact.unknown", str(error)) from error
        detail = f"the file of {what} is gone: put it back from a backup, or have its scene regenerated"
        handles.condition.fails(what, detail)
        raise Problem(503, "artifact.missing", detail, headers=RETRY) from error
    handles.condition.works(what)
    return content
