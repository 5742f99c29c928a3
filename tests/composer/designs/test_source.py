import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.designs.content import Content, Kind, Value
from composer.designs.look import background_for, colours_on, contrast, theme_for
from composer.designs.moods import MOODS, THEMES, Mood
from composer.designs.source import Design, design_in, source_of

ESBUILD = next(Path(__file__).parents[3].glob("web/node_modules/@esbuild/*/bin/esbuild"), None)
COLOURS = colours_on("#000080", ("#000080", "#ff7f50"))
HOSTILE = "`${process.exit()}` */ </script> \"}; fetch('x') \u2028 ``` \\u0041 \U0001f680"


def content(kind: Kind, text: str = "Hello") -> Content:
    return Content(
        kind=kind,
        headline=text,
        subline=text,
        items=(text, "two"),
        values=(Value(label=text, value=1.5, shown="1.5"),),
        end=100,
        prefix="$",
        suffix="%",
    )


def compiled(source: str) -> str:
    assert ESBUILD is not None, "esbuild is not installed; run python3 run.py setup"
    arguments = [str(ESBUILD), "--loader=tsx", "--jsx=automatic", "--format=esm", "--charset=utf8"]
    done = subprocess.run(arguments, input=source.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("kind", list(Kind))
def test_each_design_compiles_and_imports_only_the_contract(kind: Kind, *, plain: bool) -> None:
    code = compiled(source_of(Design(content=content(kind), colours=COLOURS, plain=plain)))
    assert {line.split(" from ")[1] for line in code.splitlines() if line.startswith("import ")} <= {
        '"react";',
        '"remotion";',
        '"react/jsx-runtime";',
    }
    assert "export {" in code
    assert not any(word in code for word in ("Math.random", "Date", "fetch(", "setTimeout", "window", "document"))


@pytest.mark.parametrize("kind", list(Kind))
def test_hostile_texts_stay_data(kind: Kind) -> None:
    source = source_of(Design(content=content(kind, HOSTILE), colours=COLOURS))
    assert "```" not in source
    assert "</script" not in source
    drawn_plainly = source_of(Design(content=content(kind), colours=COLOURS))
    assert source[source.index(" as const;") :] == drawn_plainly[drawn_plainly.index(" as const;") :]
    assert json.dumps("fetch('x')")[1:-1] in compiled(source)


@given(
    st.builds(
        Content,
        kind=st.sampled_from(Kind),
        headline=st.text(max_size=40).map(lambda text: text.encode("utf-8", "ignore").decode()),
    )
)
def test_a_design_reads_back_from_its_source(drawn: Content) -> None:
    design = Design(content=drawn, colours=COLOURS, speed=0.5)
    assert design_in(source_of(design)) == design


@pytest.mark.parametrize("source", ["", "export default () => null", "const design = {} as const;", "const design = {"])
def test_reads_no_design_from_a_source_of_others(source: str) -> None:
    assert design_in(source) is None
    broken = source_of(Design(content=content(Kind.TITLE), colours=COLOURS)).replace('"content"', '"contents"')
    assert design_in(broken) is None


@given(st.lists(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"), min_size=1, max_size=4))
def test_every_palette_gives_readable_colours(palette: list[str]) -> None:
    for background in (palette[0], background_for(palette)):
        colours = colours_on(background, palette)
        assert contrast(colours.ink, background) >= 4.4
        assert contrast(colours.muted, background) >= 4.4
        assert contrast(colours.accent, background) >= 2.9
        assert contrast(colours.reverse, colours.accent) >= 4.4


@pytest.mark.parametrize("topic", ["Silence", "Cats", "Rain", "Nimbus"])
def test_a_theme_holds_no_refused_colour(topic: str) -> None:
    themes = THEMES["clear"]
    refused = {theme for theme in themes if {"#ff6b57", "#d1495b", "#f2542d"} & set(theme)}
    assert theme_for(topic, ("#ff0000",)) not in refused
    assert theme_for(topic, ("#ffffff",)) not in {theme for theme in themes if theme[0] in {"#faf5ec", "#f3f6fb"}}
    assert theme_for(topic, [colour for theme in themes for colour in theme]) == theme_for(topic)


@pytest.mark.parametrize("mood", MOODS)
def test_a_topic_always_has_the_same_theme_of_its_mood(mood: Mood) -> None:
    assert theme_for("Cats", mood=mood) == theme_for("Cats", mood=mood)
    assert theme_for("Cats", mood=mood) in THEMES[mood.name]


@pytest.mark.parametrize("theme", [theme for themes in THEMES.values() for theme in themes])
def test_every_theme_is_readable(theme: tuple[str, ...]) -> None:
    colours = colours_on(background_for(theme), theme)
    assert contrast(colours.ink, colours.background) >= 4.5
    assert contrast(colours.muted, colours.background) >= 4.5
    assert contrast(colours.reverse, colours.accent) >= 4.5
    assert contrast(colours.accent, colours.background) >= 3
