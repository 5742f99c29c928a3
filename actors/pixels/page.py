"""One component on a page of its own: the frame page of the preview, served from memory, looked at from beside it."""

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from actors.pixels.errors import BrowserError
from actors.pixels.pipe import Pipe, Told
from pipeline.commands import Inspect
from pipeline.project import Video

ORIGIN = "http://scene.invalid"
"""No such host is, and none is asked: whatever the page wants is answered from here, or refused."""
_PAGE = f"{ORIGIN}/preview/frame.html"
_WORLD = "eyes"
_FILES = "/preview/assets/look/"
_TYPES = {
    ".js": "text/javascript",
    ".html": "text/html",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
_MOST_TEXTS = 200
_START_WITHIN_S = 20.0

FileOf = Callable[[str], bytes | None]
"""The content of a file of the project by its name; None where there is none of that name."""


class SeenText(BaseModel):
    """A text that stands on the canvas at a frame; pixels of the video, opacity and alpha from 0 to 1."""

    text: str = Field(max_length=400)
    left: float
    top: float
    width: float
    height: float
    opacity: float
    color: tuple[float, float, float, float] | None
    font_size: float = Field(alias="fontSize")
    bold: bool
    clipped: float


_SEEN = TypeAdapter(list[SeenText])


@dataclass(frozen=True)
class Pages:
    """What the set-up built: the frame page with its policy and modules, and the eyes."""

    folder: Path

    @property
    def eyes(self) -> str:
        """The script that looks."""
        return (self.folder / "pixels" / "eyes.js").read_text(encoding="utf-8")

    def answer(self, url: str, file_of: FileOf) -> tuple[bytes, str] | None:
        """Content and type of what a page may ask for; files of the project lie below their own path."""
        path = url.removeprefix(f"{ORIGIN}/").partition("?")[0]
        if f"/{path}".startswith(_FILES):
            name = unquote(f"/{path}".removeprefix(_FILES))
            content = file_of(name)
            return None if content is None else (content, _TYPES.get(Path(name).suffix, "application/octet-stream"))
        where = {"preview/vendor/": "vendor", "preview/": "preview"}
        for prefix, folder in where.items():
            name = path.removeprefix(prefix)
            file = self.folder / folder / name
            if path.startswith(prefix) and ".." not in name and file.is_file():
                return file.read_bytes(), _TYPES.get(file.suffix, "application/octet-stream")
        return None

    @property
    def policy(self) -> str:
        """The content security policy of the frame page."""
        template = json.loads((self.folder / "preview" / "csp.json").read_bytes())["template"]
        return str(template).replace("{origin}", ORIGIN).replace("; sandbox allow-scripts", "")


class ScenePage:
    """Open until `close`. Every method raises BrowserError."""

    def __init__(self, pipe: Pipe, pages: Pages, command: Inspect, file_of: FileOf) -> None:
        self._pipe = pipe
        self._pages = pages
        self._file_of = file_of
        self._is_loaded = False
        self._context = str(pipe.call("Target.createBrowserContext")["browserContextId"])
        video = command.video
        opened = {"url": "about:blank", "browserContextId": self._context}
        target = pipe.call("Target.createTarget", {**opened, "width": video.width, "height": video.height})
        attached = pipe.call("Target.attachToTarget", {"targetId": target["targetId"], "flatten": True})
        self._session = str(attached["sessionId"])
        pipe.on_event = self._on_event
        self._call("Fetch.enable", {"patterns": [{"urlPattern": "*"}]})
        size = {"width": video.width, "height": video.height, "deviceScaleFactor": 1, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", size)
        self._call("Page.enable")
        frame = self._call("Page.navigate", {"url": _PAGE}, within_s=_START_WITHIN_S)["frameId"]
        pipe.until(lambda: self._is_loaded, "the page", within_s=_START_WITHIN_S)
        world = self._call("Page.createIsolatedWorld", {"frameId": frame, "worldName": _WORLD})
        self._world = world["executionContextId"]
        self._look(f"{pages.eyes}; globalThis.eyes = eyes; undefined")

    def load(self, bundle: str, command: Inspect) -> None:
        """Have the component loaded, and its first frame drawn."""
        video = command.video
        scene = {
            "id": "scene",
            "name": "scene",
            "durationFrames": command.duration_frames,
            "props": command.props,
            "code": bundle,
            "note": "",
        }
        settings = {
            "width": video.width,
            "height": video.height,
            "fps": video.fps,
            "background": video.background,
            "assets": _FILES,
        }
        load = json.dumps({"type": "load", "video": settings, "scenes": [scene]})
        self._look(f"window.postMessage({load}, '*')")
        self.seek(0)

    def seek(self, frame: int, *, within_s: float = 5.0) -> None:
        """Draw a frame, and wait until it is painted."""
        self._look(f"eyes.seek({int(frame)})", within_s=within_s)

    def texts(self) -> tuple[SeenText, ...]:
        """The texts of the frame that is drawn."""
        try:
            return tuple(_SEEN.validate_python(self._look("eyes.texts()")))[:_MOST_TEXTS]
        except ValidationError as error:
            raise BrowserError(f"the page says of its texts what cannot be ({error.error_count()} errors)") from error

    def trouble(self) -> str:
        """What the component threw in the browser, if it threw; the frame page then says so in its place."""
        return str(self._look("eyes.trouble()"))

    def still(self, video: Video, *, scale: float, texts: bool = True) -> bytes:
        """The frame that is drawn, as PNG, scaled; without its texts where only what is behind them matters."""
        if not texts:
            self._look("eyes.hideTexts()")
        clip = {"x": 0, "y": 0, "width": video.width, "height": video.height, "scale": scale}
        taken = self._call("Page.captureScreenshot", {"format": "png", "clip": clip, "optimizeForSpeed": True})
        if not texts:
            self._look("eyes.showTexts()")
        try:
            return base64.b64decode(str(taken.get("data")), validate=True)
        except binascii.Error as error:
            raise BrowserError("the browser gave a picture that is none") from error

    def close(self) -> None:
        """Close the page and forget all that it kept."""
        self._pipe.call("Target.disposeBrowserContext", {"browserContextId": self._context})

    def _look(self, expression: str, *, within_s: float = 5.0) -> Any:  # noqa: ANN401  # what the page answers is anything
        asked = {"expression": expression, "contextId": self._world, "awaitPromise": True, "returnByValue": True}
        answer = self._call("Runtime.evaluate", asked, within_s=within_s)
        if "exceptionDetails" in answer:
            raise BrowserError(f"looking failed: {str(answer['exceptionDetails'])[:500]}")
        result = answer.get("result")
        return result.get("value") if isinstance(result, dict) else None

    def _call(self, method: str, params: Told | None = None, *, within_s: float = 10.0) -> Told:
        return self._pipe.call(method, params, session=self._session, within_s=within_s)

    def _on_event(self, told: Told) -> None:
        method, params = told.get("method"), told.get("params")
        if told.get("sessionId") != self._session or not isinstance(params, dict):
            return
        if method == "Fetch.requestPaused":
            self._serve(params)
        elif method == "Page.loadEventFired":
            self._is_loaded = True

    def _serve(self, asked: Mapping[str, Any]) -> None:
        request, url = asked.get("requestId"), str(asked.get("request", {}).get("url", ""))
        found = self._pages.answer(url, self._file_of)
        if found is None:
            refusal = {"requestId": request, "errorReason": "AccessDenied"}
            self._pipe.send("Fetch.failRequest", refusal, session=self._session)
            return
        content, kind = found
        headers = [{"name": "Content-Type", "value": kind}, {"name": "Access-Control-Allow-Origin", "value": "*"}]
        if url == _PAGE:
            headers.append({"name": "Content-Security-Policy", "value": self._pages.policy})
        body = base64.b64encode(content).decode()
        answer = {"requestId": request, "responseCode": 200, "responseHeaders": headers, "body": body}
        self._pipe.send("Fetch.fulfillRequest", answer, session=self._session)
