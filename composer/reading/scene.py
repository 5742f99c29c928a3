"""What one scene shall say, read from a few sentences about it."""

import re

from composer.designs.content import Content, Kind, Value, shown
from composer.reading.figures import Bar, Count, Figure, count_in, series_in
from composer.reading.lists import LONGEST_ITEM, MOST_ITEMS, Listing, listing_in
from composer.reading.quotes import MASK, Masked, masked, tidy
from composer.reading.topics import topic_in

_KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.CHART, r"\b(?:bar\s?)?(?:charts?|graphs?)\b|\bbars\b|\bdiagramm?|balken|\bgr[aá]fic[oa]|\bgraphique"),
    (Kind.COUNTER, r"\bcount(?:er|s|ing|down|ing down)?\b(?!\w)|\bnumber that\b|\bzähl"),
    (Kind.LIST, r"\blists?\b|\bbullets?\b|\bbullet points?\b|\bchecklist|\bliste\b|\blista\b|\bagenda\b|\bsteps\b"),
    (
        Kind.OUTRO,
        (
            r"\boutro\b|\bend ?card|\bclosing\b|\bcall to action\b|\bcta\b|\bcredits\b|\bthank(?:s| you)\b"
            r"|\bgoodbye\b|\babspann\b|\bends? with\b"
        ),
    ),
    (Kind.WORDS, r"\bkinetic\b|\btypograph|\bword by word\b|\blyrics?\b|\bwords\b|\bphrases?\b"),
    (Kind.TITLE, r"\btitles?\b|\bintro\b|\bopen(?:ing|er)\b|\breveal|\blogo\b|\bheadline\b"),
)
_EXPLICIT = re.compile(r"^\s*(title reveal|kinetic words|counter|bar chart|list|outro)\b", re.IGNORECASE)
_HEADLINE = re.compile(
    rf"\b(?:titled|headed|heading|called|headline|title|entitled)\s*(?:is|says?|reads?|reading)?\s*:?\s*({MASK})"
)
_SUBLINE = re.compile(
    rf"\b(?:with the lines?|sub-?titled?|tag ?line|slogan|subline|sub-?heading|labell?ed|label|caption|claim)"
    rf"\s*(?:is|says?|reads?|of)?\s*:?\s*({MASK})"
)
_SUBJECT = re.compile(
    r"\b(?:charts?|graphs?|bars|comparison)\s+(?:of|for|showing|about|on|comparing)\s+(?:our |the "
    r"|my )?([^\d:,\n]{2,50}?)\s*(?:[:,\n]|\bwith\b|$)"
)
_EXAMPLE_VALUES = tuple(
    Value(label=label, value=value, shown=shown(value)) for label, value in (("One", 3), ("Two", 5), ("Three", 8))
)
_EXAMPLE_ITEMS = ("First point", "Second point", "Third point")
_LONGEST_HEADLINE = 140


def kind_in(text: str) -> Kind | None:
    """Return the design that a text names."""
    if match := _EXPLICIT.search(text):
        return Kind(match[1].lower())
    lower = text.lower()
    found = [(match.start(), kind) for kind, pattern in _KINDS if (match := re.search(pattern, lower))]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def content_in(text: str, topic: str = "") -> Content:
    """Read the content of one scene; `topic` is what to show where the text holds no word of its own."""
    sentence = masked(text)
    series, count, listing = series_in(sentence), count_in(sentence), listing_in(sentence)
    kind = kind_in(sentence.text) or _kind_of(series, count, listing, sentence)
    headline, subline, others = _quoted_parts(sentence)
    return _composed(kind, sentence, (series, count, listing), (headline, subline, others), topic)


def words_of(text: str) -> tuple[str, ...]:
    """Cut a text into phrases of a few words for kinetic words."""
    phrases = [tidy(phrase) for phrase in re.split(r"[.!?;,:\n]+|\s[-\u2013—]\s", text)]
    cut: list[str] = []
    for phrase in filter(None, phrases):
        words = phrase.split()
        cut += [" ".join(words[start : start + 4]) for start in range(0, len(words), 4)]
    return tuple(cut[:MOST_ITEMS])


def values_of(series: tuple[Bar, ...]) -> tuple[Value, ...]:
    """Turn the bars of a text into those of a design."""
    return tuple(
        Value(
            label=bar.label, value=bar.figure.value, shown=shown(bar.figure.value, bar.figure.prefix, bar.figure.suffix)
        )
        for bar in series
    )


def is_example(content: Content) -> bool:
    """Tell a content that stands for figures or points that nobody gave."""
    return content.values == _EXAMPLE_VALUES or content.items == _EXAMPLE_ITEMS


def _kind_of(series: tuple[Bar, ...], count: Count | None, listing: Listing | None, sentence: Masked) -> Kind:
    if series:
        return Kind.CHART
    if count:
        return Kind.COUNTER
    if listing:
        return Kind.LIST
    return Kind.WORDS if len(sentence.quotes) > 2 else Kind.TITLE  # noqa: PLR2004 - a headline and a subline


def _quoted_parts(sentence: Masked) -> tuple[str, str, tuple[str, ...]]:
    headline, subline = _HEADLINE.search(sentence.text), _SUBLINE.search(sentence.text)
    taken = {match[1] for match in (headline, subline) if match}
    others = tuple(sentence.quote(mask) for mask in re.findall(MASK, sentence.text) if mask not in taken)
    return (
        sentence.quote(headline[1]) if headline else "",
        sentence.quote(subline[1]) if subline else "",
        tuple(text for text in others if text),
    )


def _composed(
    kind: Kind,
    sentence: Masked,
    figures: tuple[tuple[Bar, ...], Count | None, Listing | None],
    quoted: tuple[str, str, tuple[str, ...]],
    topic: str,
) -> Content:
    series, count, listing = figures
    headline, subline, others = quoted
    own = topic_in(sentence.text) if not (headline or others) else ""
    match kind:
        case Kind.CHART:
            return _chart(sentence, series, headline, others)
        case Kind.COUNTER:
            return _counter(count or Count(0.0, Figure(100.0)), headline, subline, others)
        case Kind.LIST:
            items = listing.items if listing else others or _EXAMPLE_ITEMS
            return Content(kind=kind, headline=headline or _heading(listing), items=_short(items))
        case Kind.WORDS:
            items = others or (listing.items if listing else ()) or words_of(headline or own or topic) or ("Hello",)
            return Content(kind=kind, items=_short(items))
        case Kind.TITLE | Kind.OUTRO:
            shown_first = headline or (others[0] if others else "") or own or topic or "Hello"
            follows = subline or (others[0] if headline and others else "") or (others[1] if len(others) > 1 else "")
            return Content(kind=kind, headline=shown_first[:_LONGEST_HEADLINE], subline=follows[:_LONGEST_HEADLINE])


def _chart(sentence: Masked, series: tuple[Bar, ...], headline: str, others: tuple[str, ...]) -> Content:
    subject = _SUBJECT.search(sentence.text)
    first = others[0] if others and not _is_a_label(others[0], series) else ""
    named = headline or first or (tidy(sentence.restored(subject[1])).capitalize() if subject else "")
    return Content(kind=Kind.CHART, headline=named, values=values_of(series) or _EXAMPLE_VALUES)


def _counter(count: Count, headline: str, subline: str, others: tuple[str, ...]) -> Content:
    label = subline or count.label or (others[0] if others else "")
    return Content(
        kind=Kind.COUNTER,
        headline=headline,
        subline=label,
        start=count.start,
        end=count.end.value,
        prefix=count.end.prefix,
        suffix=count.end.suffix,
    )


def _heading(listing: Listing | None) -> str:
    """Return a list's heading, unless it only says that this is a list."""
    if listing is None or (kind_in(listing.heading) is not None and len(listing.heading.split()) <= 2):  # noqa: PLR2004 - "Bullet list"
        return ""
    return listing.heading


def _short(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item[:LONGEST_ITEM] for item in items[:MOST_ITEMS])


def _is_a_label(text: str, series: tuple[Bar, ...]) -> bool:
    return any(bar.label == text for bar in series)
