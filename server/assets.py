"""The files of a project: given exactly as they are, and shown to the preview under a path that nobody can guess."""

import asyncio
import hmac

from aiohttp import web

from pipeline.assets import Asset, file_name, picture_in
from pipeline.ids import AssetId, ProjectId
from server.answers import AssetList, json_answer
from server.asset_paths import signature
from server.command import new_id
from server.edits import project_in
from server.handles import handles_of
from server.problems import Problem, fitting, known
from server.reading import reading
from server.requests import whole_body
from server.writing import write
from storage.edits import AddAsset

_FOR_EVER = "public, max-age=31536000, immutable"
_POLICY = "default-src 'none'; sandbox"


async def post_asset(request: web.Request) -> web.Response:
    """Give a project a picture (PNG, JPEG, GIF, WebP): its bytes as the body, `?name=` what it is called."""
    handles, project = handles_of(request), project_in(request)
    content = await whole_body(request)
    picture = picture_in(content)
    if picture is None:
        raise Problem(
            415, "asset.no-picture", "the file is no PNG, JPEG, GIF or WebP picture; convert it and give it again"
        )
    name = file_name(request.query.get("name", ""), picture.media_type)
    sha256 = await asyncio.to_thread(handles.artifacts.put, content, "asset")
    identity = {"id": AssetId(new_id(handles, "asset")), "name": name, "sha256": sha256, "bytes": len(content)}
    asset = Asset.model_validate({**picture.model_dump(), **identity})
    with known("project"), fitting():
        await write(handles, AddAsset(project, asset))
        listed = (await reading(handles.reader.outline, project)).project.assets
    return json_answer(_kept(asset, listed), 201)


async def get_assets(request: web.Request) -> web.Response:
    """The files of a project in the order in which they came."""
    with known("project"):
        outline = await reading(handles_of(request).reader.outline, project_in(request))
    return json_answer(AssetList(assets=outline.project.assets))


async def get_preview_asset(request: web.Request) -> web.Response:
    """A file of a project for the preview; whoever knows the path may read it, and nothing else."""
    handles, project = handles_of(request), ProjectId(request.match_info["project"])
    if not hmac.compare_digest(request.match_info["signature"].encode(), signature(handles, project).encode()):
        raise Problem(404, "asset.unknown", "there is nothing at this path")
    with known("asset"):
        asset = await reading(handles.reader.asset, project, request.match_info["name"])
        content = await reading(handles.artifacts.get, asset.sha256)
    headers = {
        "Cache-Control": _FOR_EVER,
        "Access-Control-Allow-Origin": "*",
        "Content-Security-Policy": _POLICY,
        "Content-Type": asset.media_type,
    }
    return web.Response(body=content, headers=headers)


def _kept(given: Asset, listed: tuple[Asset, ...]) -> Asset:
    """The file as the project has it: the same bytes under the same name are the one that was there."""
    same = [asset for asset in listed if asset.sha256 == given.sha256]
    return next((asset for asset in same if asset.id == given.id), same[0])
