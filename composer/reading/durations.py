"""How long: of the whole video, of each scene, in seconds."""

import re
from dataclasses import dataclass

from composer.reading.number_words import NUMBER, value_of

_SECOND = (
    r"(?:seconds?|secs?|s|sekunden?|sek|secondes?|segundos?|secondi|secondo|seconden|sekunder|секунд\w*"
    r"|сек|秒钟|秒間|秒)"
)
_MINUTE = r"(?:minutes?|mins?|minuten?|minutos?|minuti|minuto|minuter|минут\w*|分钟|分間|分)"
_HOUR = r"(?:hours?|hrs?|stunden?|heures?|horas?|ore)"
_END = r"(?!\w)"
_SPOKEN = (
    (re.compile(rf"\b(?:half a|a half) {_MINUTE}{_END}|\b(?:eine )?halbe minute"), 30.0),
    (re.compile(rf"\b(?:a|one) {_MINUTE} and a half{_END}"), 90.0),
    (re.compile(rf"\ba quarter of a {_MINUTE}{_END}"), 15.0),
    (re.compile(rf"\bhalf a {_SECOND}{_END}"), 0.5),
    (re.compile(rf"\b(?:a|one) {_MINUTE}{_END}"), 60.0),
    (re.compile(rf"\ba {_SECOND} and a half{_END}"), 1.5),
)
_COUNTED = re.compile(rf"({NUMBER})[\s-]*({_HOUR}|{_MINUTE}|{_SECOND}){_END}")
_CJK_COUNTED = re.compile(r"(?<!\d)(\d+(?:\.\d+)?)\s*(分|秒)")
_EACH_AFTER = re.compile(
    r"\s*(?:long\s*)?(?:each|apiece|per (?:scene|slide|one)|for each|a scene|every|every scene|je|chacune?"
    r"|cada|(?:\w{1,20}\s)?(?:scenes|slides|shots))"
)
_EACH_BEFORE = re.compile(
    r"(?:each|every(?: scene)?|per scene|scenes of|slides of|scenes (?:that )?last(?:ing)?|je|cada)[\w\s]{0,24}$"
)


@dataclass(frozen=True)
class Durations:
    """Seconds of the whole video and of each scene, where a text says so."""

    total: float | None
    each: float | None


@dataclass(frozen=True)
class Span:
    """A duration in seconds and where it stands."""

    start: int
    end: int
    seconds: float


def durations_in(text: str) -> Durations:
    """Tell durations of the whole from durations of each scene."""
    lower = text.lower()
    total = each = None
    for span in spans_in(lower):
        if _EACH_AFTER.match(lower, span.end) or _EACH_BEFORE.search(lower[max(0, span.start - 40) : span.start]):
            each = each or span.seconds
        else:
            total = total or span.seconds
    return Durations(total, each)


def spans_in(text: str) -> list[Span]:
    """Return every duration above zero, in the order of the text."""
    lower = text.lower()
    found: list[Span] = []
    for pattern, seconds in _SPOKEN:
        found += [Span(match.start(), match.end(), seconds) for match in pattern.finditer(lower)]
    for match in [*_COUNTED.finditer(lower), *_CJK_COUNTED.finditer(lower)]:
        found.append(Span(match.start(), match.end(), value_of(match[1]) * _seconds_of(match[2])))
    return _without_overlaps([span for span in found if span.seconds > 0])


def _seconds_of(unit: str) -> float:
    if re.fullmatch(_HOUR, unit):
        return 3600.0
    return 60.0 if unit.startswith(("m", "м", "分")) else 1.0


def _without_overlaps(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
