"""The author of components: one sentence and one fenced block of source."""

import re

from composer.designs.content import COUNTED, Content, Kind
from composer.designs.look import background_for, colours_on
from composer.designs.moods import mood_in, mood_named
from composer.designs.source import Design, as_set, design_in, source_of
from composer.reading.colours import background_in, colours_in
from composer.reading.quotes import masked
from composer.reading.scene import content_in
from composer.reply import Reply
from composer.writing.brief import Brief, VideoBrief
from composer.writing.changes import changes_in
from composer.writing.changing import changed

_HEX = re.compile(r"#[0-9a-f]{6}")
_PLAIN_TEXT = 60


def component_reply(brief: Brief) -> Reply:
    """Write, edit or repair, whichever the brief asks for."""
    if brief.task == "edit" and brief.instruction is not None:
        return _edited(brief, brief.instruction)
    if brief.task == "repair":
        return _repaired(brief)
    design = design_of(brief)
    return _answer(f"A {design.content.kind.value}, by the demo composer's rules.", design)


def design_of(brief: Brief) -> Design:
    """Compose the design that a brief describes."""
    sentence = masked(brief.scene.description)
    content = content_in(brief.scene.description, brief.scene.name or brief.video.name)
    own = colours_in(sentence.text)
    palette = _known(brief.video)
    background = background_in(sentence.text) or (background_for(own) if own else _background(brief.video, palette))
    heading = brief.video.typography.heading if brief.video.typography else ""
    mood = mood_in(sentence.text) or mood_named(brief.video.style, heading)
    return Design(content=content, colours=colours_on(background, (*own, *palette)), mood=mood)


def _edited(brief: Brief, instruction: str) -> Reply:
    known = _known_design(brief)
    result = changed(known or design_of(brief), changes_in(instruction), _known(brief.video))
    said = f"Changed: {', '.join(result.done)}." if result.done else _NOT_UNDERSTOOD
    if known is None:
        said = f"The source was not one of mine, so I composed the scene anew from its description. {said}"
    return _answer(said, result.design)


def _repaired(brief: Brief) -> Reply:
    """Draw plainly what did not pass; what did not pass plainly either, with less text."""
    known = _known_design(brief)
    if known is None and brief.instruction is None:
        return _answer("The source was not one of mine, so I composed the scene anew.", design_of(brief))
    design = known or changed(design_of(brief), changes_in(brief.instruction or ""), _known(brief.video)).design
    content = _headed(design.content)
    if design.plain:
        content = Content(kind=Kind.TITLE, headline=content.headline[:_PLAIN_TEXT])
    return _answer(
        "Drawn more plainly, to pass the checks.", design.model_copy(update={"content": content, "plain": True})
    )


def _known_design(brief: Brief) -> Design | None:
    """Read the design as it is shown: with what a person has set of it."""
    design = design_in(brief.source)
    return as_set(design, brief.scene.props) if design else None


def _headed(content: Content) -> Content:
    """Give a content without a headline one, for the plain drawing."""
    if content.headline:
        return content
    bars = tuple(f"{bar.label} {bar.shown}" for bar in content.values)
    items = content.items or bars
    number = f"{content.prefix}{content.end:g}{content.suffix}" if content.kind in COUNTED else ""
    return content.model_copy(update={"headline": number or (items[0] if items else "…"), "items": items[1:]})


def _answer(sentence: str, design: Design) -> Reply:
    return Reply(f"{_unfenced(sentence)}\n\n```tsx\n{source_of(design)}```\n", is_code=True)


def _unfenced(sentence: str) -> str:
    return " ".join(sentence.replace("`", "'").split())


def _known(video: VideoBrief) -> tuple[str, ...]:
    return tuple(colour.lower() for colour in video.palette if _HEX.fullmatch(colour.lower()))


def _background(video: VideoBrief, palette: tuple[str, ...]) -> str:
    named = video.background.lower()
    return named if _HEX.fullmatch(named) else background_for(palette)


_NOT_UNDERSTOOD = (
    "I could not tell what to change, so the scene is as it was. The demo composer knows colours, texts in"
    " quotes, speed, size, mood, figures"
    f" and the designs {', '.join(kind.value for kind in Kind)}."
)
