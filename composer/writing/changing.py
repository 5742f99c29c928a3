"""A design changed as an instruction says, and the words for what was done."""

import re
from dataclasses import dataclass

from composer.designs.content import CHARTED, COUNTED, HEADED, LISTED, Content, Kind, shown
from composer.designs.look import Colours, colours_on
from composer.designs.source import FASTEST, LARGEST, SLOWEST, SMALLEST, Design
from composer.reading.lists import MOST_ITEMS
from composer.reading.scene import content_in, values_of, words_of
from composer.writing.changes import Changes


@dataclass(frozen=True)
class Changed:
    """The new design and what was done, each in a few words; nothing done says that nothing was understood."""

    design: Design
    done: tuple[str, ...]


def changed(design: Design, changes: Changes, palette: tuple[str, ...]) -> Changed:
    """Apply the changes; what an instruction does not mention stays."""
    done: list[str] = []
    content = _with_texts(design.content, changes, done)
    content = _with_figures(content, changes, done)
    content = _of_kind(content, changes.kind, done)
    colours = _recoloured(design, changes, palette, done)
    speed = min(FASTEST, max(SLOWEST, design.speed * (changes.speed or 1)))
    scale = min(LARGEST, max(SMALLEST, design.scale * (changes.scale or 1)))
    if speed != design.speed:
        done.append("faster" if speed > design.speed else "slower")
    if scale != design.scale:
        done.append("larger" if scale > design.scale else "smaller")
    update = {"content": content, "colours": colours, "speed": round(speed, 3), "scale": round(scale, 3)}
    if changes.mood and changes.mood != design.mood:
        update["mood"] = changes.mood
        done.append(f"in a {changes.mood.name} mood")
    return Changed(design.model_copy(update=update), tuple(done))


def _with_texts(content: Content, changes: Changes, done: list[str]) -> Content:
    for old, new in changes.replacements:
        replaced = _replaced(content, old, new)
        done.append(f"“{new}” instead of “{old}”" if replaced != content else f"“{new}” (there was no “{old}”)")
        content = replaced if replaced != content else _saying(content, new)
    if changes.headline is not None:
        content = _saying(content, changes.headline)
        done.append(f"it says “{changes.headline}”")
    if changes.subline is not None:
        content = content.model_copy(update={"subline": changes.subline})
        done.append(f"the line “{changes.subline}”" if changes.subline else "without the second line")
    return _with_items(content, changes, done)


def _with_items(content: Content, changes: Changes, done: list[str]) -> Content:
    for item in changes.added:
        if content.kind in LISTED:
            content = content.model_copy(update={"items": (*content.items, item)[-MOST_ITEMS:]})
        else:
            content = content.model_copy(update={"subline": item})
        done.append(f"with “{item}”")
    for item in changes.dropped:
        kept = tuple(one for one in content.items if one.lower() != item.lower()) or content.items
        bars = tuple(bar for bar in content.values if bar.label.lower() != item.lower()) or content.values
        line = "" if content.subline.lower() == item.lower() else content.subline
        content = content.model_copy(update={"items": kept, "values": bars, "subline": line})
        done.append(f"without “{item}”")
    return content


def _saying(content: Content, text: str) -> Content:
    if content.kind is Kind.WORDS:
        return content.model_copy(update={"items": (text,)})
    return content.model_copy(update={"headline": text})


def _replaced(content: Content, old: str, new: str) -> Content:
    pattern = re.compile(re.escape(old), re.IGNORECASE)

    def swap(text: str) -> str:
        return pattern.sub(lambda _: new, text)

    bars = tuple(bar.model_copy(update={"label": swap(bar.label)}) for bar in content.values)
    return content.model_copy(
        update={
            "headline": swap(content.headline),
            "subline": swap(content.subline),
            "items": tuple(swap(item) for item in content.items),
            "values": bars,
        }
    )


def _with_figures(content: Content, changes: Changes, done: list[str]) -> Content:
    if changes.series and content.kind not in COUNTED:
        new = {value.label.lower(): value for value in values_of(changes.series)}
        kept = tuple(new.pop(bar.label.lower(), bar) for bar in content.values)
        content = content.model_copy(update={"values": (*kept, *new.values()) if kept else tuple(new.values())})
        done.append("new figures")
    if changes.count and content.kind not in CHARTED:
        end = changes.count.end
        update = {"start": changes.count.start, "end": end.value, "prefix": end.prefix, "suffix": end.suffix}
        content = content.model_copy(update={**update, "subline": changes.count.label or content.subline})
        done.append(f"counting to {shown(end.value, end.prefix, end.suffix)}")
    return content


def _of_kind(content: Content, kind: Kind | None, done: list[str]) -> Content:
    """Turn a content into one of another design, carrying its texts over."""
    if kind is None or kind is content.kind:
        return content
    done.append(f"as {kind.value}")
    first = content.headline or (content.items[0] if content.items else content.subline)
    headline = content.headline or (first if kind in HEADED else "")
    update: dict[str, object] = {"kind": kind, "headline": headline, **_needed(content, kind, first)}
    return content.model_copy(update=update)


def _needed(content: Content, kind: Kind, first: str) -> dict[str, object]:
    """Return what the other design cannot be drawn without, where the content has none of it."""
    if kind in CHARTED and not content.values:
        return {"values": content_in("bar chart").values}
    if kind is Kind.COUNTDOWN:
        return {"start": content.start or 10.0, "end": 0.0}
    if kind in COUNTED and content.end == content.start:
        return {"end": 100.0, "suffix": "%" if kind is Kind.RING else content.suffix}
    if kind is Kind.SPLIT:
        halves = (*content.items, *filter(None, (content.headline, content.subline)), *content_in("split screen").items)
        return {"items": halves[:2]}
    if kind in {Kind.TABLE, Kind.CODE} and not content.items:
        return {"items": content_in(kind.value).items}
    return {"items": content.items or words_of(content.headline) or (first or "Hello",)} if kind in LISTED else {}


def _recoloured(design: Design, changes: Changes, palette: tuple[str, ...], done: list[str]) -> Colours:
    if not (changes.background or changes.ink or changes.accent):
        return design.colours
    old = design.colours
    background = changes.background or old.background
    accents = (changes.accent,) if changes.accent else ()
    done.extend(_colour_words(changes))
    if changes.background is None:
        kept = colours_on(background, (*accents, old.accent, old.second), changes.ink or old.ink)
        return (
            kept
            if accents
            else kept.model_copy(update={"accent": old.accent, "second": old.second, "reverse": old.reverse})
        )
    return colours_on(background, (*accents, *palette, old.background, old.accent), changes.ink)


def _colour_words(changes: Changes) -> list[str]:
    roles = (("background", changes.background), ("text", changes.ink), ("accents", changes.accent))
    return [f"{role} in {colour}" for role, colour in roles if colour]
