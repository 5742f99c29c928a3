"""The built pages: the editor, and what the sandboxed preview frame loads."""

import json
from pathlib import Path

from aiohttp import web

from server.authentication import page
from server.handles import handles_of
from server.reading import reading

WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'"
FOR_EVER = "public, max-age=31536000, immutable"
CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


async def get_editor(request: web.Request) -> web.StreamResponse:
    """The editor's page."""
    index = _inside(handles_of(request).pages / "editor", "index.html")
    return _sent(index, {"Cache-Control": "no-cache"}) if index else _not_built()


async def get_asset(request: web.Request) -> web.StreamResponse:
    """A file of the editor; its name holds the digest of its content. One is the shared worker: it may call us."""
    return _found(request, "editor/assets", {"Cache-Control": FOR_EVER, "Content-Security-Policy": WORKER_POLICY})


async def get_preview(request: web.Request) -> web.StreamResponse:
    """A file of the preview frame, which has no origin and so may read only what says that anybody may."""
    return _found(request, "preview", {"Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"})


async def get_vendor(request: web.Request) -> web.StreamResponse:
    """A module that components share: React and the motion runtime."""
    return _found(request, "vendor", {"Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"})


async def get_frame(request: web.Request) -> web.StreamResponse:
    """The page of the sandboxed frame, under the policy that its build wrote beside it."""
    folder = handles_of(request).pages / "preview"
    frame, policy = _inside(folder, "frame.html"), _inside(folder, "csp.json")
    if frame is None or policy is None:
        return _not_built()
    template = json.loads(await reading(policy.read_text))["template"]
    origin = str(request.url.origin())
    return _sent(frame, {"Cache-Control": "no-cache", "Content-Security-Policy": template.replace("{origin}", origin)})


def _found(request: web.Request, folder: str, headers: dict[str, str]) -> web.StreamResponse:
    file = _inside(handles_of(request).pages / folder, request.match_info["path"])
    if file is None:
        raise web.HTTPNotFound
    return _sent(file, headers)


def _inside(folder: Path, path: str) -> Path | None:
    """The file of that path, if it is one and lies in the folder whatever the path says."""
    if "\0" in path:
        return None
    try:
        file = (folder / path).resolve()
        return file if file.is_relative_to(folder.resolve()) and file.is_file() else None
    except OSError:  # a name longer than names can be is the name of no file
        return None


def _sent(file: Path, headers: dict[str, str]) -> web.FileResponse:
    content_type = CONTENT_TYPES.get(file.suffix, "application/octet-stream")
    return web.FileResponse(file, headers={"Content-Type": content_type, **headers})


def _not_built() -> web.Response:
    sentence = "The pages are not built yet. Start with 'python3 run.py', or type 'npm run build' in the folder web."
    return page(503, "No pages yet", sentence)
