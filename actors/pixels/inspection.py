"""Looks at one component after another, in a browser that stays warm; what is found is a value, never an error."""

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass

from actors.gates.codes import finding
from actors.pixels import pictures
from actors.pixels.errors import BrowserError, BrowserLateError
from actors.pixels.judging import judge
from actors.pixels.page import FileOf, Pages, ScenePage
from actors.pixels.seen import Seen, moments
from actors.pixels.viewer import Browser
from pipeline.commands import Inspect
from pipeline.findings import Finding

LOOKS_OF_A_BROWSER = 50
"""Then it is replaced: nothing that a component left in it outlives that."""
_STILL_WIDTH = 640


@dataclass(frozen=True)
class Looked:
    """What came of a look: findings, stills by frame in the order of the scene, the time it took, and who looked."""

    findings: tuple[Finding, ...]
    stills: dict[int, bytes]
    ms: float
    browser: str = ""


class Looker:
    """Used by one thread. `start` starts a browser."""

    def __init__(self, start: Callable[[], Browser], pages: Pages) -> None:
        self._start = start
        self._pages = pages
        self._browser: Browser | None = None
        self._looks = 0

    def look(self, bundle: bytes, command: Inspect, file_of: FileOf = lambda _: None) -> Looked:
        """Draw and judge a bundle; `file_of` gives the files of the project that it may draw.

        Raises:
            BrowserError: no browser could be had, or it died; the next look begins with a new one.
        """
        started = time.perf_counter()
        browser = self._ready()
        try:
            findings, stills = self._seen(browser, bundle.decode(errors="replace"), command, file_of)
        except BrowserError:
            self.close()
            raise
        return Looked(findings, stills, round((time.perf_counter() - started) * 1000, 1), browser.version)

    def close(self) -> None:
        """End the browser."""
        browser, self._browser = self._browser, None
        if browser is not None:
            browser.close()

    def _ready(self) -> Browser:
        if self._looks >= LOOKS_OF_A_BROWSER:
            self.close()
        if self._browser is None:
            self._browser, self._looks = self._start(), 0
        self._looks += 1
        return self._browser

    def _seen(
        self, browser: Browser, bundle: str, command: Inspect, file_of: FileOf
    ) -> tuple[tuple[Finding, ...], dict[int, bytes]]:
        page = ScenePage(browser.pipe, self._pages, command, file_of)
        try:
            page.load(bundle, command)
            if trouble := page.trouble():
                return (finding("pixels.threw", f"it threw: {trouble[:300]}"),), {}
            seen = _looked_at(page, command)
            if trouble := page.trouble():
                return (finding("pixels.threw", f"it threw: {trouble[:300]}"),), {}
        except BrowserLateError as late:
            self.close()
            return (finding("pixels.frozen", f"it did not let go of the browser ({late})"),), {}
        with contextlib.suppress(BrowserLateError):
            page.close()
        return judge(seen), {frame: pictures.kept(still) for frame, still in seen.stills.items()}


def _looked_at(page: ScenePage, command: Inspect) -> Seen:
    when, video = moments(command.duration_frames), command.video
    scale = min(1.0, _STILL_WIDTH / video.width)
    texts, stills, bare = {}, {}, None
    for frame in when.texts:
        page.seek(frame)
        texts[frame] = page.texts()
        if frame in when.stills:
            stills[frame] = pictures.read(page.still(video, scale=scale))
        if frame == when.rest:
            bare = pictures.read(page.still(video, scale=scale, texts=False))
    assert bare is not None  # noqa: S101  # the frame at rest is one of the stills
    return Seen(command, texts, stills, when.rest, when.late, bare)
