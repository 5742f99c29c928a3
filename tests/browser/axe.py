"""Holds a page to WCAG 2.2 AA with axe-core, as far as a tool can."""

from functools import cache
from typing import Any, Literal

from playwright.async_api import Page

from app.setup.places import here

Shade = Literal["dark", "light"]
SHADES: tuple[Shade, ...] = ("dark", "light")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """rules => axe.run(document, { iframes: false, runOnly: { type: 'tag', values: rules } })
  .then(found => found.violations)"""


async def violations(page: Page) -> list[str]:
    """What it finds fault with, each with the place; nothing when all is well."""
    await page.evaluate(_axe())
    found: list[dict[str, Any]] = await page.evaluate(_RUN, _RULES)
    return [
        f"{fault['id']}: {fault['help']} at {node['target']}: {node['failureSummary']}"
        for fault in found
        for node in fault["nodes"]
    ]


@cache
def _axe() -> str:
    return (here().node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
