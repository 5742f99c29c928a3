"""A plan from a wish: the scenes with their descriptions, and what to say about it."""

from dataclasses import dataclass

from pydantic import JsonValue

from composer.designs.content import HEADED, Content, Kind
from composer.designs.describe import described
from composer.designs.look import background_for, theme_for
from composer.designs.moods import CLEAR, Mood, mood_in
from composer.reading.colours import background_in
from composer.reading.scene import is_example
from composer.reading.wish import Wish
from composer.reply import Call, Reply
from composer.turn.state import State
from composer.turn.storyboard import natural_scenes, storyboard, title_of
from composer.turn.timing import Timing, shared_out, spoken, timing_of

HONESTY = "I am the demo composer: rules, no AI."

_LONGEST_NAME = 48
_MOST_COLOURS = 8


@dataclass(frozen=True)
class Planned:
    """The contents with their seconds."""

    contents: tuple[Content, ...]
    seconds: tuple[float, ...]
    timing: Timing


def planned_reply(wish: Wish, state: State, *, replace: bool = False) -> Reply:
    """Plan a new video, or scenes at the end of the one there is."""
    is_new = replace or not state.scenes
    plan = _plan(wish, state)
    settings = _settings(wish, state, is_new=is_new)
    palette = _palette(wish, is_new=is_new)
    arguments: dict[str, JsonValue] = {
        "title": title_of(wish)[:120] or "Video",
        "total_seconds": round(sum(plan.seconds), 3),
        "scenes": [_scene(plan, place) for place in range(len(plan.contents))],
    }
    if palette:
        arguments["palette"] = list(palette)
    if is_new:
        arguments.update(_feel(wish))
    if replace:
        arguments["replace"] = True
    calls = (*([Call("set_project", settings)] if settings else []), Call("plan_scenes", arguments))
    return Reply(_told(wish, plan, is_new=is_new), calls)


def _plan(wish: Wish, state: State) -> Planned:
    timing = timing_of(wish, natural_scenes(wish))
    contents = storyboard(wish, timing.scenes)
    fps = wish.fps or state.project.fps or 30
    return Planned(tuple(contents), tuple(shared_out(timing.seconds, len(contents), fps)), timing)


def _scene(plan: Planned, place: int) -> JsonValue:
    content = plan.contents[place]
    name = _name(content)
    earlier = sum(1 for other in plan.contents[:place] if _name(other) == name)
    return {
        "name": f"{name} {earlier + 1}" if earlier else name,
        "description": described(content),
        "duration_seconds": plan.seconds[place],
    }


def _name(content: Content) -> str:
    named = content.headline
    if content.kind in HEADED:
        named = "" if content.kind in {Kind.TITLE, Kind.OUTRO} else content.headline
    elif content.kind in {Kind.WORDS, Kind.SPLIT} and content.items:
        named = content.items[0]
    elif content.kind is Kind.COUNTER and not named:
        named = f"Counter {content.subline}"
    usual = {Kind.TITLE: "Title", Kind.WORDS: "Words"}.get(content.kind) or content.kind.value.capitalize()
    return (named or usual).strip()[:_LONGEST_NAME]


def _settings(wish: Wish, state: State, *, is_new: bool) -> dict[str, JsonValue]:
    """Return the settings to change; a video that has scenes keeps its shape unless one is named."""
    settings: dict[str, JsonValue] = {}
    if wish.shape and (wish.shape.size.width, wish.shape.size.height) != (state.project.width, state.project.height):
        settings.update(width=wish.shape.size.width, height=wish.shape.size.height)
    if wish.fps and wish.fps != state.project.fps and is_new:
        settings["fps"] = wish.fps
    return settings


def _feel(wish: Wish) -> dict[str, JsonValue]:
    """Return fonts and style of the mood that the wish names."""
    mood = _mood(wish)
    typography: dict[str, JsonValue] = {"heading": mood.heading, "body": mood.body}
    return {"typography": typography, "style": f"{mood.name.capitalize()}, all scenes alike"}


def _mood(wish: Wish) -> Mood:
    return mood_in(wish.sentence.text) or CLEAR


def _palette(wish: Wish, *, is_new: bool) -> tuple[str, ...]:
    """Return the palette, the background first."""
    if not wish.colours:
        return theme_for(title_of(wish), wish.refused_colours, _mood(wish)) if is_new else ()
    background = background_in(wish.sentence.text) or background_for(wish.colours)
    return tuple(dict.fromkeys((background, *wish.colours)))[:_MOST_COLOURS]


def _told(wish: Wish, plan: Planned, *, is_new: bool) -> str:
    scenes = len(plan.contents)
    kinds = list(dict.fromkeys(content.kind.value for content in plan.contents))
    shape = f", {wish.shape.name}" if wish.shape else ""
    made = f"{scenes} scenes" if scenes > 1 else "one scene"
    where = f"I plan {made}" if is_new else f"I add {made} at the end"
    sentences = [f"{where}, {spoken(sum(plan.seconds))} in all{shape}: {_joined(kinds)}, for “{title_of(wish)}”."]
    sentences += [f"{note[:1].upper()}{note[1:]}." for note in (*plan.timing.notes, *_refusals(wish))]
    if any(is_example(content) for content in plan.contents):
        sentences.append("Where you gave no figures or points, I put examples: tell me the real ones.")
    return " ".join([*sentences, HONESTY])


def _refusals(wish: Wish) -> list[str]:
    if wish.shape is None or not wish.shape.refused:
        return []
    other = _joined(list(wish.shape.refused))
    return [f"a video has one shape: you named {wish.shape.name} and {other}, so I took {wish.shape.name}"]


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
