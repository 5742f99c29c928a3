"""Which design a text calls for."""

import re

from composer.designs.content import Kind

_KINDS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.LINE,
        (
            r"\bline[- ]?(?:chart|graph|diagram)s?\b|\b(?:growth|trend|learning)[- ](?:line|curve)\b|\btrend ?line\b"
            r"|\bliniendiagramm|\bcurve\b"
        ),
    ),
    (
        Kind.TABLE,
        (
            r"\bcompar(?:ison|ing|e)\b[^.]{0,20}\btable\b|\b(?:comparison|pricing) table\b|\bversus\b|\bvs\b\.?"
            r"|\bpros and cons\b"
        ),
    ),
    (Kind.CHART, r"\b(?:bar\s?)?(?:charts?|graphs?)\b|\bbars\b|\bdiagramm?|balken|\bgr[aá]fic[oa]|\bgraphique"),
    (
        Kind.RING,
        (
            r"\b(?:progress|percentage) (?:ring|circle|wheel)\b|\bradial progress\b|\bdo(?:ugh)?nut\b|\bgauge\b"
            r"|\bfortschrittsring"
        ),
    ),
    (Kind.COUNTDOWN, r"\bcount(?:ing|s)?[ -]?down\b"),
    (Kind.COUNTER, r"\bcount(?:er|s|ing)?\b(?!\w)|\bnumber that\b|\bzähl"),
    (Kind.TIMELINE, r"\btime ?line\b|\bmilestones?\b|\broad ?map\b|\bzeitstrahl\b|\bfrise chronologique\b"),
    (
        Kind.CODE,
        (
            r"\bcode typing\b|\btyp(?:e|es|ed|ing) (?:out )?(?:the |some |this |of )?code\b"
            r"|\bcode (?:snippet|editor|block)s?\b|\bterminal\b"
        ),
    ),
    (Kind.SPLIT, r"\bsplit[- ]?screen\b|\bside[- ]by[- ]side\b|\bbefore (?:and|&|/) after\b"),
    (Kind.LOWER_THIRD, r"\blower[- ]thirds?\b|\bname (?:strap|tag|bar)\b|\bchyron\b|\bbauchbinde\b"),
    (Kind.QUOTE, r"\bquote\b|\bquotation\b|\btestimonial\b|\bzitat\b|\bcitation\b"),
    (Kind.PARTICLES, r"\bparticles?\b|\bconfetti\b|\bsnow(?:fall|flakes?)\b|\bstar ?field\b|\bfireflies\b"),
    (Kind.GRADIENT, r"\bgradient (?:background|backdrop|mesh|loop)s?\b|\b(?:animated|moving|mesh|aurora) gradients?\b"),
    (Kind.LIST, r"\blists?\b|\bbullets?\b|\bbullet points?\b|\bchecklist|\bliste\b|\blista\b|\bagenda\b|\bsteps\b"),
    (
        Kind.OUTRO,
        (
            r"\boutro\b|\bend ?card|\bclosing\b|\bcall to action\b|\bcta\b|\bcredits\b|\bthank(?:s| you)\b"
            r"|\bgoodbye\b|\babspann\b|\bends? with\b"
        ),
    ),
    (Kind.WORDS, r"\bkinetic\b|\btypograph|\bword by word\b|\blyrics?\b|\bwords\b|\bphrases?\b"),
    (Kind.LOGO, r"\blogos?\b"),
    (Kind.TITLE, r"\btitles?\b|\bintro\b|\bopen(?:ing|er)\b|\breveal|\bheadline\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_NAMES = "|".join(sorted((kind.value for kind in Kind), key=len, reverse=True))
_EXPLICIT = re.compile(rf"^\s*({_NAMES})\b", re.IGNORECASE)


def kind_in(text: str) -> Kind | None:
    """Return the design that a text names: the one it begins with, else the first that it speaks of."""
    if match := _EXPLICIT.search(text):
        return Kind(match[1].lower())
    lower = text.lower()
    found = [(match.start(), place) for place, (_, pattern) in enumerate(_PATTERNS) if (match := pattern.search(lower))]
    return _PATTERNS[min(found)[1]][0] if found else None
