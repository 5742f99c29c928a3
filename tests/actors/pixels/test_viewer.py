import os
from contextlib import suppress
from pathlib import Path

import pytest

from actors.pixels.errors import BrowserError, BrowserGoneError
from actors.pixels.page import Pages, ScenePage
from actors.pixels.viewer import Browser, Viewer
from tests.actors.pixels.conftest import command

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_browser_ends_with_all_that_it_started(viewer: Viewer) -> None:
    browser = Browser(viewer)
    assert "Chrome" in browser.version
    assert len(_living(browser.pid)) > 1
    browser.close()
    while _living(browser.pid):
        os.sched_yield()


def _living(group: int) -> list[str]:
    """The processes of a group that run; the dead that nobody has buried yet do not."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, of = stat.read_text().rpartition(") ")[2].split()[:3]
            found += [stat.parent.name] if int(of) == group and state != "Z" else []
    return found


def test_a_program_that_is_no_browser_is_told() -> None:
    with pytest.raises(BrowserGoneError):
        Browser(Viewer(Path("/bin/true")))


def test_a_page_gets_nothing_from_anywhere_but_here(viewer: Viewer, pages: Pages) -> None:
    browser = Browser(viewer)
    try:
        page = ScenePage(browser.pipe, pages, command(), lambda _: None)
        for address in ("http://127.0.0.1:9/", "https://example.invalid/", "file:///etc/passwd", "data:text/plain,x"):
            asked = f"fetch({address!r}).then((answer) => answer.text(), (error) => error.name)"
            assert page._look(asked) == "TypeError"  # noqa: SLF001  # as the component would ask
        with pytest.raises(BrowserError, match="looking failed"):
            page._look("nothing.here")  # noqa: SLF001
    finally:
        browser.close()


def test_the_browser_itself_reads_no_file_of_ours(viewer: Viewer, pages: Pages) -> None:
    browser = Browser(viewer)
    try:
        target = browser.pipe.call("Target.createTarget", {"url": "file:///etc/passwd"})
        attached = browser.pipe.call("Target.attachToTarget", {"targetId": target["targetId"], "flatten": True})
        asked = {"expression": "document.readyState + document.body.innerText", "returnByValue": True}
        answer = ""
        while "complete" not in answer:
            with suppress(BrowserError):  # the page is not there yet
                answer = str(browser.pipe.call("Runtime.evaluate", asked, session=attached["sessionId"]))
        assert "root:" not in answer
    finally:
        browser.close()
    assert pages.folder.is_dir()
