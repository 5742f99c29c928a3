"""The designs of the demo composer with texts that are hard to place, drawn in a real browser in three shapes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Frame, Page

from actors.gates.gates import Gates
from actors.gates.programs import find
from app.making.leaving import TEMPLATE
from app.settings import ROOT
from composer.designs.content import Content, Kind, Value
from composer.designs.look import background_for, colours_on
from composer.designs.moods import MOODS, THEMES
from composer.designs.source import Design, source_of

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän"
MUCH = "The quick brown fox jumps over the lazy dog while nobody is looking at it. Then it jumps back again."
ARABIC, JAPANESE, EMOJI = "مقهى الصباح", "夜明けの街を歩く", "🚀🌙✨"
VALUES = tuple(Value(label=f"Überlanges Etikett {n}", value=n % 5 + 1, shown=f"{n}.25 €") for n in range(12))
HARD = (
    Content(kind=Kind.TITLE, headline=f"{LONG_WORD} und andere", subline=MUCH),
    Content(kind=Kind.TITLE, headline=MUCH, subline=ARABIC),
    Content(kind=Kind.WORDS, items=(MUCH,)),
    Content(kind=Kind.WORDS, items=("A", LONG_WORD)),
    Content(kind=Kind.COUNTER, headline=MUCH, subline=MUCH, end=1_234_567_890, prefix="$", suffix="%"),
    Content(kind=Kind.CHART, headline=MUCH, values=VALUES),
    Content(kind=Kind.CHART, values=(Value(label="-", value=-12, shown="-12"), Value(label="0", value=0, shown="0"))),
    Content(kind=Kind.LIST, headline=MUCH, items=tuple(f"{n} {MUCH[:86]}" for n in range(8))),
    Content(kind=Kind.LIST, items=(ARABIC, JAPANESE, EMOJI, LONG_WORD)),
    Content(kind=Kind.OUTRO, headline=MUCH, subline=MUCH),
    Content(kind=Kind.OUTRO, headline=JAPANESE, subline=EMOJI),
    *(
        Content(kind=kind, headline=headline, subline=subline)
        for kind in (Kind.LOGO, Kind.QUOTE, Kind.GRADIENT, Kind.PARTICLES, Kind.LOWER_THIRD)
        for headline, subline in ((MUCH, LONG_WORD), (LONG_WORD, MUCH), (JAPANESE, ARABIC))
    ),
    Content(kind=Kind.LINE, headline=MUCH, values=VALUES),
    Content(kind=Kind.LINE, headline=LONG_WORD, values=VALUES[:2]),
    Content(kind=Kind.SPLIT, items=(MUCH, LONG_WORD)),
    Content(kind=Kind.SPLIT, items=(LONG_WORD, JAPANESE)),
    Content(kind=Kind.COUNTDOWN, headline=MUCH, subline=MUCH, start=999),
    Content(kind=Kind.COUNTDOWN, headline=ARABIC, subline=LONG_WORD, start=3),
    Content(kind=Kind.CODE, headline=MUCH, items=tuple(f"const {'x' * 80} = {n};" for n in range(8))),
    Content(kind=Kind.CODE, headline="a.ts", items=(JAPANESE, EMOJI)),
    Content(kind=Kind.RING, headline=MUCH, subline=MUCH, end=99_999_999, prefix="$"),
    Content(kind=Kind.RING, headline=LONG_WORD, subline=MUCH, end=72, suffix="%"),
    Content(kind=Kind.TIMELINE, headline=MUCH, items=tuple(f"September {n}: {MUCH[:70]}" for n in range(8))),
    Content(
        kind=Kind.TIMELINE, headline=LONG_WORD, items=(f"2019: {LONG_WORD}", f"2020: {ARABIC}", "2021: c", "2022: d")
    ),
    Content(
        kind=Kind.TABLE,
        headline=MUCH,
        items=(" | Free | Team | Enterprise", *(f"{LONG_WORD} | {n} | yes | {MUCH[:40]}" for n in range(7))),
    ),
    Content(kind=Kind.TABLE, headline=JAPANESE, items=(" | A | B", f"a | {LONG_WORD} | no")),
)
FRAMES = 90
MARGIN = 0.05
"""Of each side; the designs keep 8 %, glyphs may reach a little over their line."""

_TEXTS = """() => {
  const [wide, tall] = [innerWidth, innerHeight];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.textContent.trim() || ["SCRIPT", "STYLE"].includes(text.parentElement.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      found.push({text: text.textContent, left: box.left / wide, right: box.right / wide,
                  top: box.top / tall, bottom: box.bottom / tall});
    }
  }
  return found;
}"""
_SHOWS = "text => document.body.textContent.replace(/\\s/g, '').includes(text)"


@pytest.fixture(scope="module")
def bundles() -> Iterator[list[str]]:
    gates = Gates(find(ROOT))
    yield [_bundled(gates, _design(content, place)) for place, content in enumerate(HARD)]
    gates.close()


@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920), (1080, 1080)])
async def test_no_text_leaves_the_picture_or_is_missing(
    context: BrowserContext, tmp_path: Path, bundles: list[str], size: tuple[int, int]
) -> None:
    page = await context.new_page()
    await page.goto(_page(tmp_path, bundles, size).as_uri())
    await page.get_by_role("button", name="Pause").click()
    for place, content in enumerate(HARD):
        frame = await _at_the_end_of(page, place, content)
        outside = [one for one in await frame.evaluate(_TEXTS) if _is_outside(one)]
        assert outside == [], f"{content.kind} {place} at {size}"


async def _at_the_end_of(page: Page, place: int, content: Content) -> Frame:
    """Go there and wait until the frame draws it, whole."""
    await page.locator("#scrubber").fill(str((place + 1) * FRAMES - 1))
    frame = page.frames[1]
    for text in _shown_at_the_end(content):
        await frame.wait_for_function(_SHOWS, arg="".join(text.split()))
    return frame


def _shown_at_the_end(content: Content) -> tuple[str, ...]:
    if content.kind is Kind.TABLE:
        cells = (cell.strip() for item in content.items for cell in item.split("|"))
        return (content.headline, *(cell for cell in cells if cell not in {"yes", "no"}))
    if content.kind is Kind.TIMELINE:
        return (content.headline, *(part for item in content.items for part in item.split(": ", 1)))
    texts = content.items[-1:] if content.kind is Kind.WORDS else content.items
    bars = content.values[-1:] if content.kind is Kind.LINE else content.values
    return (content.headline, content.subline, *texts, *(text for bar in bars for text in (bar.label, bar.shown)))


def _is_outside(text: dict[str, Any]) -> bool:
    start, end = min(text["left"], text["top"]), max(text["right"], text["bottom"])
    return bool(start < MARGIN or end > 1 - MARGIN)


def _design(content: Content, place: int) -> Design:
    mood = MOODS[place % len(MOODS)]
    theme = THEMES[mood.name][place % len(THEMES[mood.name])]
    return Design(content=content, colours=colours_on(background_for(theme), theme), mood=mood)


def _bundled(gates: Gates, design: Design) -> str:
    verdict, bundle = gates.build(source_of(design))
    assert bundle is not None, verdict.findings
    return bundle.decode()


def _page(folder: Path, bundles: list[str], size: tuple[int, int]) -> Path:
    """The page that `make` leaves, of one scene for each bundle."""
    video = {"width": size[0], "height": size[1], "fps": 30, "background": "#101430"}
    scenes = [
        {"id": f"scene{n}", "name": f"Scene {n}", "durationFrames": FRAMES, "props": {}, "code": code}
        for n, code in enumerate(bundles)
    ]
    told = json.dumps({"title": "Hard texts", "video": video, "scenes": scenes}).replace("<", "\\u003c")
    page = folder / "index.html"
    page.write_text(TEMPLATE.read_text(encoding="utf-8").replace("__BAZAAR_VIDEO__", told), encoding="utf-8")
    return page
