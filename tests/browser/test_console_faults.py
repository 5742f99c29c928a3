"""Each fault that can be injected: its banner while it is on, what it touched, and that all is made in the end."""

import pytest
from playwright.async_api import BrowserContext, expect

from drills.server_process import ServerProcess
from tests.browser.console import REASON, Console
from tests.browser.editor import Editor
from tests.browser.staged import ONE_SCENE

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

NTH = "Only the nth that fits"
INJECTED = {
    "raise": {"Actor": "llm", NTH: "1"},
    "delay": {"Actor": "tool_executor", "Delay in seconds": "0.2", NTH: "1"},
    "drop": {"Actor": "event_broadcaster", NTH: "3"},
    "duplicate": {"Actor": "orchestrator", NTH: "3"},
    "kill": {"Actor": "tool_executor", NTH: "2"},
    "hang": {"Actor": "inspector", NTH: "1"},
    "model-429": {NTH: "1"},
    "model-500": {NTH: "2"},
    "model-cut": {NTH: "3"},
    "model-slow": {"Delay in seconds": "0.2", NTH: "4"},
    "build-crash": {NTH: "1"},
    "disk-full": {"Off by itself after seconds": "1"},
}


async def test_each_is_seen_hits_ends_and_is_recovered_from(context: BrowserContext, server: ServerProcess) -> None:
    console = await Console.logged_in(context, server)
    for kind, fields in INJECTED.items():
        await console.break_it(kind, fields)
    await expect(console.page.get_by_text("the disk takes nothing")).to_have_count(1)  # off by itself, on its own page
    await expect(console.banner).to_have_count(len(INJECTED) - 1)
    editor = await Editor.logged_in(context, server)
    await editor.make(ONE_SCENE)
    await expect(console.banner.filter(has_text="does not come back")).to_contain_text("Hit 1 times")
    while await console.banner.count():
        before = await console.banner.count()
        await console.order("Turn off", "Turn the fault off")
        await expect(console.banner).to_have_count(before - 1)
    await editor.until_made(1)
    await console.go("faults")
    past = console.page.get_by_role("region", name="Past").get_by_role("listitem")
    await expect(past).to_have_count(len(INJECTED))
    await expect(past.filter(has_text="hit 1 times")).to_have_count(len(INJECTED) - 1)
    await past.filter(has_text="a build worker dies").get_by_role("link").click()
    blast = console.page.get_by_role("region", name="Blast radius")
    await expect(blast).to_contain_text("Recoveredafter")
    await expect(console.page.get_by_role("table")).to_contain_text("build 0: 2 attempts")
    await expect(console.page.get_by_role("main")).to_contain_text(REASON)
    assert console.faults == []
