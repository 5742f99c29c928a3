"""Which scenes tell a wish: a title, what it brings, an end; filled up to the number asked for."""

import re
from itertools import count

from composer.designs.content import COUNTED, Content, Kind, shown
from composer.reading.figures import count_in, figure_in, series_in
from composer.reading.kinds import kind_in
from composer.reading.lists import listing_in
from composer.reading.quotes import MASK, Masked
from composer.reading.scene import content_in, values_of
from composer.reading.wish import Wish
from composer.turn.phrases import phrases_for

_FILM = re.compile(r"\b(?:video|teaser|trailer|ad|animation|story|film|clip|promo|intro video)\b", re.IGNORECASE)
_ENDING = re.compile(
    rf"\b(?:end(?:s|ing)?|clos(?:e|es|ing)|outro|cta|call to action|finish(?:es"
    rf"|ing)?)\b[^.;\n{MASK[1:-1]}]{{0,30}}({MASK})",
    re.IGNORECASE,
)
_TAGLINE = re.compile(
    rf"\b(?:tag ?line|slogan|claim|sub-?title|motto|subline)\b\s*(?:is|says?|reads?)?\s*:?\s*({MASK})", re.IGNORECASE
)
_MOST_LINES = 6
_TITLE_AND_END = 2
_HALVES = 2
_MOST_NUMBERS = 4
_NUMBERED = re.compile(
    r"^(?P<number>[$€£]?\d[\d,.]*(?:\s?(?:%|k|m|million|billion)(?!\w))?)\s+(?P<what>[^\W\d].{1,40})$", re.IGNORECASE
)


def natural_scenes(wish: Wish) -> int:
    """Return how many scenes the content would like when no number is given."""
    if wish.segments:
        return len(wish.segments)
    if is_single(wish):
        return 1
    return max(3, len(_middle(wish)) + _TITLE_AND_END)


def is_single(wish: Wish) -> bool:
    """Tell whether the message describes one design rather than a video."""
    return kind_in(wish.sentence.text) is not None and not _FILM.search(wish.sentence.text) and not wish.statements


def title_of(wish: Wish) -> str:
    """Return the name of the video."""
    if wish.segments:
        return _first_words(content_in(wish.segments[0], wish.topic))
    if is_single(wish):
        return _first_words(content_in(wish.sentence.as_typed(wish.sentence.text), wish.topic))
    return _title(wish).headline


def storyboard(wish: Wish, scenes: int) -> list[Content]:
    """Return exactly that many scenes."""
    if wish.segments:
        told = [content_in(segment, wish.topic) for segment in wish.segments[:scenes]]
        return told + _bridges(wish, scenes - len(told))
    if is_single(wish) and scenes == 1:
        return [content_in(wish.sentence.as_typed(wish.sentence.text), wish.topic)]
    middle = _middle(wish)
    if scenes == 1:
        return middle[:1] or [_title(wish)]
    if len(middle) >= scenes:
        return middle[:scenes]
    if len(middle) == scenes - 1 or scenes < _TITLE_AND_END:
        return [_title(wish), *middle]
    between = _spread(middle, scenes - _TITLE_AND_END)
    return [_title(wish), *between, *_bridges(wish, scenes - _TITLE_AND_END - len(between)), _end(wish)]


def _title(wish: Wish) -> Content:
    quotes = _free_quotes(wish)
    listing = listing_in(wish.sentence)
    topic = wish.topic if _says_something(wish) else ""
    if listing and listing.heading and _is_leftover(wish):
        topic = listing.heading
    headline = (
        (quotes[0] if quotes else "") or topic or (wish.statements[0] if wish.statements else wish.topic) or "Hello"
    )
    tagline = _matched(_TAGLINE, wish.sentence)
    follows = wish.topic if quotes and topic and len(wish.topic) < 40 and not _is_leftover(wish) else ""  # noqa: PLR2004 - one line
    return Content(kind=Kind.TITLE, headline=headline, subline=tagline or follows)


def _end(wish: Wish) -> Content:
    title = _title(wish)
    ending = _matched(_ENDING, wish.sentence)
    return Content(
        kind=Kind.OUTRO,
        headline=title.headline,
        subline=ending or title.subline or phrases_for(wish.sentence.text).ending,
    )


def _middle(wish: Wish) -> list[Content]:
    """Return the scenes for what the message brings: figures, a number, a list, further quotes, statements."""
    series, counted, listing = series_in(wish.sentence), count_in(wish.sentence), listing_in(wish.sentence)
    whole = wish.sentence.as_typed(wish.sentence.text)
    found: list[Content] = []
    if series:
        found.append(content_in(f"bar chart: {whole}").model_copy(update={"values": values_of(series)}))
    if counted:
        found.append(_number(whole))
    if listing and not series and (numbers := _numbers(listing.items)):
        found += numbers
    elif listing and not series:
        found.append(Content(kind=Kind.LIST, headline=listing.heading, items=listing.items))
    further = tuple(quote for quote in _free_quotes(wish)[1:] if not listing or quote not in listing.items)
    if further:
        found.append(Content(kind=Kind.WORDS, items=further[:_MOST_LINES]))
    if not found and wish.statements:
        opening = _title(wish).headline
        found += [Content(kind=Kind.WORDS, items=(said,)) for said in wish.statements[:8] if said != opening]
    return found


def _numbers(items: tuple[str, ...]) -> list[Content]:
    """Return a running number for each item, if they are all numbers of something: "38 countries"."""
    told = [_NUMBERED.match(item) for item in items[:_MOST_NUMBERS]]
    if len(items) > _MOST_NUMBERS or not all(told):
        return []
    figures = [(figure_in(match["number"]), match["what"]) for match in told if match]
    return [
        Content(kind=Kind.COUNTER, subline=what, end=figure.value, prefix=figure.prefix, suffix=figure.suffix)
        for figure, what in figures
    ]


def _number(whole: str) -> Content:
    content = content_in(f"counter: {whole}")
    return content.model_copy(update={"headline": ""})


def _spread(middle: list[Content], room: int) -> list[Content]:
    """Give each of several phrases a scene of its own while there is room."""
    spread: list[Content] = []
    for place, content in enumerate(middle):
        left = room - len(spread) - (len(middle) - place - 1)
        if content.kind is Kind.WORDS and 1 < len(content.items) <= left:
            spread += [content.model_copy(update={"items": (item,)}) for item in content.items]
        else:
            spread.append(content)
    return spread


def _bridges(wish: Wish, scenes: int) -> list[Content]:
    """Return scenes that hold a longer video together without claiming anything, no two alike in a row."""
    topic, phrases = _title(wish).headline, phrases_for(wish.sentence.text)
    made: list[Content] = []
    for number in count(1):
        if len(made) >= scenes:
            return made
        lines = phrases.bridges[(number - 1) % len(phrases.bridges)] if number > 1 else phrases.opening
        if number % 4 == 0:
            made.append(Content(kind=Kind.TITLE, headline=topic, subline=f"{phrases.part} {number // 4 + 1}"))
        elif number == 1:
            made.append(Content(kind=Kind.WORDS, items=(topic, *lines)))
        else:
            made.append(_bridge(lines, number))
    return made


def _bridge(lines: tuple[str, ...], number: int) -> Content:
    """Return a phrase over a moving background, two in a split picture, more as kinetic words."""
    if len(lines) == 1:
        return Content(kind=Kind.PARTICLES if number % 2 else Kind.GRADIENT, headline=lines[0])
    return Content(kind=Kind.SPLIT if len(lines) == _HALVES else Kind.WORDS, items=lines)


def _free_quotes(wish: Wish) -> tuple[str, ...]:
    """Return the quotes that are no tagline and no end."""
    taken = {_matched(_TAGLINE, wish.sentence), _matched(_ENDING, wish.sentence)}
    return tuple(quote for quote in wish.sentence.quotes if quote and quote not in taken)


def _matched(pattern: re.Pattern[str], sentence: Masked) -> str:
    match = pattern.search(sentence.text)
    return sentence.quote(match[1]) if match else ""


def _says_something(wish: Wish) -> bool:
    return bool(wish.topic) and not (wish.statements and _is_leftover(wish))


def _is_leftover(wish: Wish) -> bool:
    """Tell a topic that was only pieced together from what no rule could use."""
    return wish.topic.lower() not in " ".join(wish.sentence.text.lower().split()) or bool(wish.sentence.quotes)


def _first_words(content: Content) -> str:
    if content.kind in COUNTED:
        return (
            content.headline
            or ("Countdown" if content.kind is Kind.COUNTDOWN or content.end < content.start else "")
            or f"{shown(content.end, content.prefix, content.suffix)} {content.subline}".strip()
        )
    return (
        content.headline or content.subline or (content.items[0] if content.items else content.kind.value.capitalize())
    )
