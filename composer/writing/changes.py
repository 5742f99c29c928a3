"""What an instruction asks to change in a design."""

import re
from dataclasses import dataclass, fields

from composer.designs.content import Kind
from composer.designs.moods import Mood, mood_in
from composer.reading.colours import Mention, mentions_in
from composer.reading.figures import Bar, Count, count_in, series_in
from composer.reading.quotes import MASK, Masked, masked, tidy

_TEXT_ROLE = r"(?:text|title|headline|heading|letters?|words?|font|number|subtitle|ink)"
_ACCENT_ROLE = r"(?:accents?|bars?|lines?|underline|badges?|highlights?|ring|track)"
_GROUND_ROLE = r"(?:background|backdrop|hintergrund|fond|fondo)"
_TEMPI = (
    (r"\b(?:twice|double|2x|two times) (?:as fast|the speed|faster)|\b2x faster", 2.0),
    (r"\b(?:half (?:as fast|the speed)|twice as slow)", 0.5),
    (r"\bmuch slower|\bway slower|\bviel langsamer", 0.5),
    (r"\bmuch faster|\bway faster|\bviel schneller", 1.8),
    (
        r"\bslow(?:er|ly|s?\s?(?:it\s)?down)?\b|\bcalmer\b|\blangsamer\b|\bplus lent\w*|\bmás lent\w*|\bpiù lent\w*",
        0.65,
    ),
    (
        (
            r"\bfast(?:er)?\b|\bquick(?:er|ly)?\b|\bspeed\w* up\b|\bsnappier\b|\bschneller\b|\bplus (?:vite|rapide)"
            r"|\bmás rápid\w*"
        ),
        1.5,
    ),
)
_TEMPO_WORDS = re.compile(r"\bslow(?:er|ly)?\b|\bcalmer\b")
"""Those of the moods' words that an edit means for the tempo."""

_SIZES = (
    (r"\bmuch (?:bigger|larger)|\bhuge\b", 1.5),
    (r"\bbig(?:ger)?\b|\blarge[r]?\b|\bgrößer\b|\bplus grand\w*|\bmás grande", 1.25),
    (r"\bmuch smaller|\btiny\b", 0.6),
    (r"\bsmall(?:er)?\b|\bkleiner\b|\bplus petit\w*|\bmás pequeñ\w*", 0.8),
)
_REPLACE = re.compile(
    rf"(?:change|replace|swap|turn|correct|fix|ersetze|remplace\w*|cambia)\D{{0,40}}?({MASK})\s*(?:to|with|by|into|for|durch|par|por|→|->)\s*({MASK})"
)
_INSTEAD = re.compile(rf"({MASK})\s*(?:instead of|rather than|statt)\s*({MASK})")
_ADD = re.compile(
    rf"\b(?:add|append|include|insert)\b[^{MASK[1:-1]}]{{0,40}}(?:item|point|bullet|line|word|entry|list)?[^{MASK[1:-1]}]{{0,20}}({MASK})"
)
_DROP = re.compile(rf"\b(?:remove|delete|drop|without)\b[^{MASK[1:-1]}]{{0,30}}({MASK})")
_DROP_SUBLINE = re.compile(
    r"\b(?:remove|delete|drop|without)\b (?:the |its )?(?:subtitle|subline|tag ?line|label|second line)\b"
)
_SUBLINE = re.compile(
    rf"\b(?:subtitle|subline|tag ?line|slogan|label|caption|second line)\b[^{MASK[1:-1]}]{{0,24}}({MASK})"
)
_SAY = re.compile(
    rf"(?:\bsays?|\breads?|\bshows?|\bwrite|\btitle|\bheadline|\bheading|\btext|\bcalled|\bto|\binstead|\bput)\b[^{MASK[1:-1]}]{{0,24}}({MASK})"
)
_UNQUOTED = re.compile(
    r"\b(?:title|headline|text|heading)\b[^.\n]{0,24}?\b(?:to|say|says|read|reads)\s*:?\s+(?!be\b)([^.\n]{1,80})",
    re.IGNORECASE,
)
_KINDS = {"title": Kind.TITLE, "kinetic text": Kind.WORDS, "chart": Kind.CHART, "bullet list": Kind.LIST}
_KINDS |= {"logo": Kind.LOGO, "particles": Kind.PARTICLES, "gradient": Kind.GRADIENT, "table": Kind.TABLE}
_NAMES = "|".join(sorted((*(kind.value for kind in Kind), *_KINDS), key=len, reverse=True))
_KIND = re.compile(
    rf"\b(?:into|as|to|it|be|scene|make it|is)\s+(?:an?\s+)?(?:animated\s+)?({_NAMES})\b(?!\s*[:'\u2019])"
)


@dataclass(frozen=True)
class Changes:
    """What to change; a field that is None or empty stays as it is."""

    background: str | None = None
    ink: str | None = None
    accent: str | None = None
    speed: float | None = None
    scale: float | None = None
    replacements: tuple[tuple[str, str], ...] = ()
    headline: str | None = None
    subline: str | None = None
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    kind: Kind | None = None
    mood: Mood | None = None
    series: tuple[Bar, ...] = ()
    count: Count | None = None

    @property
    def is_empty(self) -> bool:
        """Tell that the instruction asks for nothing that can be changed."""
        return all(getattr(self, field.name) == field.default for field in fields(self))


def changes_in(instruction: str) -> Changes:
    """Read the changes that an instruction asks for."""
    sentence = masked(instruction)
    lower = sentence.text.lower()
    background, ink, accent = _coloured(sentence.text)
    replacements, headline, subline, added, dropped = _texts(sentence, lower)
    kind = _KIND.search(lower)
    return Changes(
        background=background,
        ink=ink,
        accent=accent,
        speed=_first_factor(_TEMPI, lower),
        scale=_first_factor(_SIZES, lower),
        replacements=replacements,
        headline=headline,
        subline=subline,
        added=added,
        dropped=dropped,
        kind=(_KINDS.get(kind[1]) or Kind(kind[1])) if kind else None,
        mood=mood_in(_TEMPO_WORDS.sub(" ", lower)),
        series=series_in(sentence),
        count=count_in(sentence),
    )


def _coloured(text: str) -> tuple[str | None, str | None, str | None]:
    """Tell which colour is meant for what: the background where nothing else is named, a second one for accents."""
    background = ink = accent = None
    mentions = mentions_in(text)
    for place, mention in enumerate(mentions):
        role = _role(text.lower(), mentions, place)
        if role == "ink":
            ink = ink or mention.colour
        elif role == "accent" or (role is None and background):
            accent = accent or mention.colour
        else:
            background = background or mention.colour
    return background, ink, accent


def _role(lower: str, mentions: list[Mention], place: int) -> str | None:
    mention = mentions[place]
    start = mentions[place - 1].end if place else 0
    end = mentions[place + 1].start if place + 1 < len(mentions) else len(lower)
    after = lower[mention.end : min(end, mention.end + 24)]
    before = lower[max(start, mention.start - 48) : mention.start]
    if re.search(rf"\b{_GROUND_ROLE}\b", before) or re.match(rf"\s+{_GROUND_ROLE}\b", after) or before.endswith(" on "):
        return "background"
    if re.search(rf"\b{_TEXT_ROLE}\b", before) or re.match(rf"\s+{_TEXT_ROLE}\b", after):
        return "ink"
    if re.search(rf"\b{_ACCENT_ROLE}\b", before) or re.match(rf"\s+{_ACCENT_ROLE}\b", after):
        return "accent"
    return None


def _texts(
    sentence: Masked, lower: str
) -> tuple[tuple[tuple[str, str], ...], str | None, str | None, tuple[str, ...], tuple[str, ...]]:
    swaps = [(match[1], match[2]) for match in _REPLACE.finditer(lower)]
    swaps += [(match[2], match[1]) for match in _INSTEAD.finditer(lower)]
    used = {mask for swap in swaps for mask in swap}
    subline = _unused(_SUBLINE, lower, used)
    added, dropped = _unused(_ADD, lower, used), _unused(_DROP, lower, used)
    headline = _unused(_SAY, lower, used)
    unquoted = _UNQUOTED.search(sentence.text) if not sentence.quotes else None
    say = (
        sentence.quote(headline)
        if headline
        else tidy(unquoted[1])
        if unquoted and not mentions_in(unquoted[1])
        else None
    )
    drops_line = "" if _DROP_SUBLINE.search(lower) else None
    return (
        tuple((sentence.quote(old), sentence.quote(new)) for old, new in swaps),
        say,
        sentence.quote(subline) if subline else drops_line,
        (sentence.quote(added),) if added else (),
        (sentence.quote(dropped),) if dropped else (),
    )


def _unused(pattern: re.Pattern[str], lower: str, used: set[str]) -> str | None:
    """Return the first quote that a pattern finds and none before took."""
    for match in pattern.finditer(lower):
        if match[1] not in used:
            used.add(match[1])
            return match[1]
    return None


def _first_factor(table: tuple[tuple[str, float], ...], lower: str) -> float | None:
    return next((factor for pattern, factor in table if re.search(pattern, lower)), None)
