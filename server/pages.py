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
    index = inside(handles_of(request).pages / "editor", "index.html")
    return sent(index, {"Cache-Control": "no-cache"}) if index else not_built()


async def get_asset(request: web.Request) -> web.StreamResponse:
    """A file of the editor; its name holds the digest of its content. One is the shared worker: it may call us."""
    return found_in(request, "editor/assets", {"Cache-Control": FOR_EVER, "Content-Security-Policy": WORKER_POLICY})


async def get_preview(request: web.Request) -> web.StreamResponse:
    """A file of the preview frame, which has no origin and so may read only what says that anybody may."""
    return found_in(request, "preview", {"Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"})


async def get_vendor(request: web.Request) -> web.StreamResponse:
    """A module that components share: React and the motion runtime."""
    return found_in(request, "vendor", {"Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"})


async def get_frame(request: web.Request) -> web.StreamResponse:
    """The page of the sandboxed frame, under the policy that its build wrote beside it."""
    folder = handles_of(request).pages / "preview"
    frame, policy = inside(folder, "frame.html"), inside(folder, "csp.json")
    if frame is None or policy is None:
        return not_built()
    template = json.loads(await reading(policy.read_text))["template"]
    origin = str(request.url.origin())
    return sent(frame, {"Cache-Control": "no-cache", "Content-Security-Policy": template.replace("{origin}", origin)})


def found_in(request: web.Request, folder: str, headers: dict[str, str]) -> web.StreamResponse:
    """The file that the request names, of a folder of the pages, or 404."""
    file = inside(handles_of(request).pages / folder, request.match_info["path"])
    if file is None:
        raise web.HTTPNotFound
    return sent(file, headers)


def inside(folder: Path, path: str) -> Path | None:
    """The file of that path, if it is one and lies in the folder whatever the path says."""
    if "\0" in path:
        return None
    try:
        file = (folder / path).resolve()
        return file if file.is_relative_to(folder.resolve()) and file.is_file() else None
    except OSError:  # a name longer than names can be is the name of no file
        return None


def sent(file: Path, headers: dict[str, str]) -> web.FileResponse:
    """A file as an answer."""
    content_type = CONTENT_TYPES.get(file.suffix, "application/octet-stream")
    return web.FileResponse(file, headers={"Content-Type": content_type, **headers})


def not_built() -> web.Response:
    """Says what to type."""
    sentence = "The pages are not built yet. Start with 'python3 run.py', or type 'npm run build' in the folder web."
    return page(503, "No pages yet", sentence)
