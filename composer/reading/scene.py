"""What one scene shall say, read from a few sentences about it."""

import re

from composer.designs.content import CHARTED, COUNTED, HEADED, Content, Kind, Value, shown
from composer.reading.figures import Bar, Count, Figure, count_in, figure_in, series_in
from composer.reading.kinds import kind_in
from composer.reading.lists import LONGEST_ITEM, MOST_ITEMS, Listing, listing_in
from composer.reading.quotes import MASK, Masked, masked, tidy
from composer.reading.rows import EXAMPLES, rows_in
from composer.reading.topics import topic_in

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
_EXAMPLE_SHARE = 66.0
_SAID_BY = re.compile(
    rf"{MASK}[,.]?\s*(?:by|from|—|\u2013|-)\s+((?:[A-Z][\w.'\u2019-]*(?:\s(?:van|von|der|den|de|del|da|di|la))*\s?){{1,4}})"
)
_FROM = re.compile(r"\bfrom\s+([\d,.]+)")
_SHARE = re.compile(r"\d{1,3}(?:\.\d)?\s?%")
_LONGEST_HEADLINE = 140


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
    is_share = content.kind is Kind.RING and content.end == _EXAMPLE_SHARE
    return content.values == _EXAMPLE_VALUES or content.items in EXAMPLES.values() or is_share


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
    if kind in CHARTED:
        return _chart(kind, sentence, series, headline, others)
    if kind in COUNTED:
        return _counter(_count(kind, count, sentence), headline, subline, others).model_copy(update={"kind": kind})
    if kind in HEADED:
        return _headed(kind, sentence, (headline, subline, others), own or topic)
    if kind is Kind.WORDS:
        items = others or (listing.items if listing else ()) or words_of(headline or own or topic) or ("Hello",)
        return Content(kind=kind, items=_short(items))
    heading = "" if kind is Kind.SPLIT else headline or (_heading(listing) if not others else "")
    if kind is Kind.SPLIT and headline:
        others = (headline, *others)
    return Content(kind=kind, headline=heading, items=rows_in(kind, sentence, listing, others))


def _headed(kind: Kind, sentence: Masked, quoted: tuple[str, str, tuple[str, ...]], topic: str) -> Content:
    headline, subline, others = quoted
    first = headline or (others[0] if others else "") or topic or "Hello"
    follows = subline or (others[0] if headline and others else "") or (others[1] if len(others) > 1 else "")
    if kind is Kind.QUOTE and not follows and (said := _SAID_BY.search(sentence.text)):
        follows = tidy(said[1])
    return Content(kind=kind, headline=first[:_LONGEST_HEADLINE], subline=follows[:_LONGEST_HEADLINE])


def _count(kind: Kind, count: Count | None, sentence: Masked) -> Count:
    """Return what runs: for a ring a share of a hundred, for a countdown what it begins with."""
    if kind is Kind.COUNTDOWN:
        begins = _FROM.search(sentence.text)
        return Count(figure_in(begins[1]).value if begins else count.start if count else 10.0, Figure(0.0))
    if kind is Kind.RING and count is None:
        share = _SHARE.search(sentence.text)
        return Count(0.0, figure_in(share[0]) if share else Figure(_EXAMPLE_SHARE, "", "%"))
    return count or Count(0.0, Figure(100.0))


def _chart(kind: Kind, sentence: Masked, series: tuple[Bar, ...], headline: str, others: tuple[str, ...]) -> Content:
    subject = _SUBJECT.search(sentence.text)
    first = others[0] if others and not _is_a_label(others[0], series) else ""
    named = headline or first or (tidy(sentence.restored(subject[1])).capitalize() if subject else "")
    return Content(kind=kind, headline=named, values=values_of(series) or _EXAMPLE_VALUES)


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
