"""What every newcomer sees first: each design in each mood passes every gate, the look at its pixels included."""

from collections.abc import Iterator

import pytest

from actors.gates.gates import Gates
from actors.gates.programs import find
from actors.pixels import Browser, Looker, Pages, Viewer
from app.settings import ROOT
from app.setup.chromium import locate
from app.setup.places import here
from composer.designs.content import Kind
from composer.designs.look import background_for, colours_on
from composer.designs.moods import MOODS, THEMES
from composer.designs.source import Design, source_of
from composer.reading.scene import content_in
from pipeline.commands import Inspect, RenderCheck
from pipeline.ids import RevisionId, Sha256
from pipeline.project import Video

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TOLD = {
    Kind.TITLE: "Title reveal: “Nimbus” with the line “Weather, made calm”",
    Kind.WORDS: "Kinetic words: “Nimbus”, “Something new”, “is on its way”",
    Kind.COUNTER: "Counter titled “Users” from 0 to 12,480, labelled “since the launch in May”",
    Kind.CHART: "Bar chart titled “Revenue”: “Q1” = 12, “Q2” = 18, “Q3” = 31, “Q4” = 27",
    Kind.LIST: "List titled “Three reasons”: “Fast from the first second”, “Safe by default”, “Simple to learn”",
    Kind.OUTRO: "Outro: “Nimbus” with the line “Coming soon”",
    Kind.LOGO: "Logo build: “Nimbus” with the line “Weather, made calm”",
    Kind.LINE: "Line chart titled “Monthly users”: “Jan” = 120, “Feb” = 180, “Mar” = 165, “Apr” = 310, “May” = 420",
    Kind.QUOTE: "Quote: “Simplicity is the ultimate sophistication.” with the line “Clare Boothe Luce”",
    Kind.SPLIT: "Split screen: “Before”, “After”",
    Kind.GRADIENT: "Gradient background: “Breathe in” with the line “and take your time”",
    Kind.PARTICLES: "Particle background: “Night sky” with the line “A story in four parts”",
    Kind.COUNTDOWN: "Countdown titled “Doors open in” from 5, labelled “Go!”",
    Kind.LOWER_THIRD: "Lower third: “Dr. Maria Silva” with the line “Head of research, Nimbus Labs”",
    Kind.CODE: "Code typing titled “hello.ts”: “const ideas = await find();”, “for (const idea of ideas) {”, “}”",
    Kind.RING: "Progress ring titled “Goal reached” from 0 to 72%, labelled “of 10,000 trees planted”",
    Kind.TIMELINE: "Timeline titled “How we got here”: “2019: Two people”, “2021: First users”, “2024: Three offices”",
    Kind.TABLE: "Comparison table titled “Plans”: “ | Free | Pro”, “Projects | 3 | unlimited”, “Export | no | yes”",
}
SIZES = ((1280, 720), (1080, 1920), (1080, 1080))
FRAMES = 105
UNSTORED = Sha256("0" * 64)


@pytest.fixture(scope="module")
def gates() -> Iterator[Gates]:
    gates = Gates(find(ROOT))
    yield gates
    gates.close()


@pytest.fixture(scope="module")
def looker() -> Iterator[Looker]:
    found = locate(here())
    viewer = Viewer(found.program, found.extra)
    looker = Looker(lambda: Browser(viewer), Pages(here().pages))
    yield looker
    looker.close()


@pytest.mark.parametrize("place", range(len(Kind)), ids=[kind.value for kind in Kind])
def test_a_design_passes_every_gate(gates: Gates, looker: Looker, place: int) -> None:
    kind = list(Kind)[place]
    # Each design in one mood and one shape, so that all moods and shapes come several times.
    mood, (width, height) = MOODS[(place + place // len(MOODS)) % len(MOODS)], SIZES[place % len(SIZES)]
    theme = THEMES[mood.name][place % len(THEMES[mood.name])]
    video = Video(width=width, height=height, background=background_for(theme))
    design = Design(content=content_in(TOLD[kind]), colours=colours_on(video.background, theme), mood=mood)
    assert design.content.kind is kind
    built, bundle = gates.build(source_of(design))
    assert bundle is not None, built.findings
    drawn = gates.render(bundle, RenderCheck(bundle=UNSTORED, video=video, duration_frames=FRAMES, props={}))
    looked = looker.look(
        bundle, Inspect(revision=RevisionId("rev_1"), bundle=UNSTORED, video=video, duration_frames=FRAMES)
    )
    assert (built.findings, drawn.accepted, drawn.findings, looked.findings) == ((), True, (), ())
