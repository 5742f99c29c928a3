"""Components really drawn in the jailed Chromium, and what is found by looking."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from actors.pixels import BrowserError, Looker, Pages, Viewer
from actors.pixels.viewer import Browser
from pipeline.project import Video
from tests.actors.pixels.conftest import Look, command

pytestmark = [pytest.mark.browser, pytest.mark.slow]

START = """import { AbsoluteFill, interpolate, useCurrentFrame } from "remotion";
export default function Scene() {
  const frame = useCurrentFrame();
  const x = interpolate(frame, [0, 20], [-80, 0], { extrapolateRight: "clamp" });
  const page = { background: "#0b1021", color: "#f2f4fb", fontSize: 72 };
"""
MOVING = (
    '<div style={{ position: "absolute", left: 60 + frame, top: 60, width: 40, height: 40, background: "#f80" }} />'
)


def scene(inside: str, style: str = "{}") -> str:
    return f"{START}  return <AbsoluteFill style={{{{ ...page, ...{style} }}}}>{MOVING}{inside}</AbsoluteFill>;\n}}\n"


def still_scene(inside: str) -> str:
    return scene(inside).replace(MOVING, "")


GOOD = scene('<h1 style={{ position: "absolute", left: 200, top: 280, translate: `${x}px` }}>Nimbus</h1>')
TEXT = '<p style={{ position: "absolute", %s }}>%s</p>'

FOUND = {
    "something that is not there": (
        scene("<b>{(frame > 5 ? (null as any).here : 1)}</b>"),
        "pixels.threw",
    ),
    "one colour all over": (still_scene("<div style={{ opacity: 0 }}>{frame}</div>"), "pixels.blank"),
    "a title half outside": (
        scene(TEXT % ("left: 900, top: 300, whiteSpace: 'nowrap'", "A very long headline")),
        "pixels.outside",
    ),
    "the colour of the ground": (
        scene(TEXT % ("left: 200, top: 300, color: '#0c1122'", "Invisible")),
        "pixels.unreadable",
    ),
    "nothing that moves": (still_scene(TEXT % ("left: 200, top: 300", "Still")), "pixels.static"),
    "a cut edge": (scene(TEXT % ("left: -28, top: 300", "Edge of things")), "pixels.edge"),
    "a box that is too small": (
        scene(TEXT % ("left: 200, top: 300, width: 120, overflow: 'hidden', whiteSpace: 'nowrap'", "Too long for it")),
        "pixels.clipped",
    ),
    "one text on another": (
        scene(TEXT % ("left: 200, top: 300", "First") + TEXT % ("left: 210, top: 306", "Other")),
        "pixels.overlap",
    ),
    "grey on dark": (scene(TEXT % ("left: 200, top: 300, color: '#333a55'", "Dim")), "pixels.contrast"),
    "a flash of words": (
        scene(
            "{frame > 40 && frame < 48 && "
            + TEXT % ("left: 100, top: 300, fontSize: 30", "Nobody reads so many words so fast")
            + "}"
        ),
        "pixels.too-short",
    ),
}


def test_a_good_component_has_no_finding_and_three_stills(look: Look) -> None:
    looked = look(GOOD)
    assert looked.findings == ()
    assert list(looked.stills) == [18, 44, 71]
    assert all(still[:4] == b"RIFF" and len(still) < 50_000 for still in looked.stills.values())


@pytest.mark.parametrize("what", FOUND)
def test_it_is_found_that_there_is(look: Look, what: str) -> None:
    source, code = FOUND[what]
    found = look(source).findings
    assert code in {one.code for one in found}, found
    assert all(one.hint for one in found)


def test_a_text_that_flies_in_from_outside_is_no_finding(look: Look) -> None:
    flying = TEXT % ("left: interpolate(frame, [0, 30], [-900, 200], { extrapolateRight: 'clamp' }), top: 300", "Hello")
    assert look(scene(flying)).findings == ()


def test_a_component_that_holds_the_browser_is_found_and_the_next_one_is_seen(
    looker: Looker, bundled: Callable[[str], bytes]
) -> None:
    endless = GOOD.replace("return <", "if (typeof document !== 'undefined') for (;;) {}\n  return <")
    looked = looker.look(bundled_past_the_gates(endless, bundled), command())
    assert [one.code for one in looked.findings] == ["pixels.frozen"]
    assert looker.look(bundled(GOOD), command()).findings == ()


def bundled_past_the_gates(source: str, bundled: Callable[[str], bytes]) -> bytes:
    """The gates would refuse it: the loop is put into the bundle of a good one."""
    good = bundled(GOOD).decode()
    assert "for (;;)" in source
    return good.replace("const frame = useCurrentFrame();", "const frame = useCurrentFrame(); for (;;) {}").encode()


@pytest.mark.parametrize("size", [(720, 1280), (1080, 1080)])
def test_other_shapes_are_seen_whole(looker: Looker, bundled: Callable[[str], bytes], size: tuple[int, int]) -> None:
    looked = looker.look(bundled(GOOD), command(Video(width=size[0], height=size[1]), duration_frames=1))
    assert [one.code for one in looked.findings] == []
    assert list(looked.stills) == [0]


def test_a_browser_that_died_is_told_and_the_next_look_has_a_new_one(
    viewer: Viewer, pages: Pages, bundled: Callable[[str], bytes]
) -> None:
    browsers: list[Browser] = []

    def start() -> Browser:
        browsers.append(Browser(viewer))
        return browsers[-1]

    looker = Looker(start, pages)
    try:
        looker.look(bundled(GOOD), command())
        browsers[0].close()
        with pytest.raises((BrowserError, OSError)):
            looker.look(bundled(GOOD), command())
        assert looker.look(bundled(GOOD), command()).findings == ()
        assert len(browsers) == 2
    finally:
        looker.close()


PICTURES = {
    "an Img": '<Img src={staticFile("our logo.png")} style={{ width: 400, height: 400 }} />',
    "a background": "<p style={{ width: 400, height: 400, backgroundImage: `url(${staticFile('our logo.png')})` }} />",
    "an image of an SVG": '<svg width="400" height="400"><image href={staticFile("our logo.png")} width="400" /></svg>',
}


@pytest.mark.parametrize("drawn", PICTURES)
def test_a_picture_of_the_project_is_on_the_stills_when_it_is_drawn_as(
    looker: Looker, bundled: Callable[[str], bytes], drawn: str
) -> None:
    placed = f'<div style={{{{ position: "absolute", left: 400, top: 160 }}}}>{PICTURES[drawn]}</div>'
    source = scene(placed).replace("useCurrentFrame }", "useCurrentFrame, Img, staticFile }")
    asked: list[str] = []

    def file_of(name: str) -> bytes:
        asked.append(name)
        return _red()

    looked = looker.look(bundled(source), command(), file_of)
    assert looked.findings == ()
    assert asked == ["our logo.png"]
    for still in looked.stills.values():
        red, green, blue = _pixel(still, 300, 180)
        assert red > 200
        assert max(green, blue) < 60


def _red() -> bytes:
    out = BytesIO()
    Image.new("RGB", (400, 400), "#ff0000").save(out, "PNG")
    return out.getvalue()


def _pixel(still: bytes, x: int, y: int) -> tuple[int, int, int]:
    red, green, blue = Image.open(BytesIO(still)).convert("RGB").getpixel((x, y))  # type: ignore[misc]  # RGB has three
    return red, green, blue
