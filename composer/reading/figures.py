"""Figures: a series of labelled values (a chart) and one number that runs (a counter)."""

import re
from dataclasses import dataclass

from composer.reading.quotes import MASK, Masked

MOST_BARS = 12

_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9}
_DIGITS = r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d{1,12}(?:\.\d{1,4})?"
_NUMBER = rf"(?P<prefix>[$€£¥])?\s?(?P<digits>{_DIGITS})\s?(?P<suffix>%|k\b|m\b|bn\b|thousand|million|billion|[€£$])?"
_VALUE = re.compile(_NUMBER, re.IGNORECASE)
_PLAIN = re.sub(r"\?P<\w+>", "?:", _NUMBER)
_FROM_TO = re.compile(
    rf"\bfrom\s+({_PLAIN})\s+(?:up |down )?to\s+({_PLAIN})\s*(?P<label>{MASK}|[^\W\d]\w*)?", re.IGNORECASE
)
_COUNT_TO = re.compile(
    rf"\bcount\w*\s+(?:up\s+|it\s+)?(?:to|till|until)\s+({_PLAIN})\s*(?P<label>{MASK}|[^\W\d]\w*)?", re.IGNORECASE
)
_COUNT_DOWN = re.compile(rf"\bcount\w*\s*-?down\s+(?:from\s+)?({_PLAIN})|\bcountdown\b", re.IGNORECASE)
_PIECES = re.compile(r",(?!\d{3}\b)|;|\n|\.(?=\s|$)|\s+and\s+", re.IGNORECASE)
_LABELLED = re.compile(
    rf"^(?:.*[:—]\s*)?(?P<label>{MASK}"
    rf"|[^\W_][\w.&'\u2019/-]*(?: [^\W_][\w.&'\u2019/-]*)?)\s*[:=\u2013\s]\s*(?P<value>{_PLAIN})\.?$",
    re.IGNORECASE,
)
_REVERSED = re.compile(
    rf"^(?:.*[:—]\s*)?(?P<value>{_DIGITS}\s?%)\s+(?P<label>{MASK}|[^\W\d_][\w-]*)\.?$", re.IGNORECASE
)
_AT_THE_END = re.compile(
    rf"[\s:—](?P<label>{MASK}|[^\W_][\w.&'\u2019/-]*)\s*[:=\u2013\s]\s*(?P<value>{_PLAIN})\.?$", re.IGNORECASE
)
_NOT_LABELS_TEXT = """
in with and then scene scenes the a of for to from at over by seconds second last about only total
"""
_NOT_LABELS = frozenset(_NOT_LABELS_TEXT.split())


@dataclass(frozen=True)
class Figure:
    """A number with what stands before and after it."""

    value: float
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Bar:
    """One labelled value of a series."""

    label: str
    figure: Figure


@dataclass(frozen=True)
class Count:
    """A number that runs from a start to an end."""

    start: float
    end: Figure
    label: str = ""


def series_in(sentence: Masked) -> tuple[Bar, ...]:
    """Return the longest run of two or more labelled values."""
    best: list[Bar] = []
    run: list[Bar] = []
    for piece in _PIECES.split(sentence.text):
        bar = _bar(sentence, piece.strip())
        run = [*run, bar] if bar else []
        best = run if len(run) > len(best) else best
    return tuple(best[:MOST_BARS]) if len(best) > 1 else ()


def count_in(sentence: Masked) -> Count | None:
    """Return the counter a text asks for: from A to B, counting to B, counting down."""
    text = sentence.text
    if match := _FROM_TO.search(text):
        return Count(figure_in(match[1]).value, figure_in(match[2]), _label(sentence, match["label"]))
    if match := _COUNT_DOWN.search(text):
        return Count(figure_in(match[1]).value if match[1] else 10.0, Figure(0.0))
    if match := _COUNT_TO.search(text):
        return Count(0.0, figure_in(match[1]), _label(sentence, match["label"]))
    return None


def figure_in(text: str) -> Figure:
    """Return the first number of a text that has one; thousands and millions are multiplied out."""
    match = _VALUE.search(text)
    if match is None:
        return Figure(0.0)
    suffix = (match["suffix"] or "").lower()
    value = float(match["digits"].replace(",", "")) * _SCALES.get(suffix, 1.0)
    return Figure(value, match["prefix"] or "", "" if suffix in _SCALES else suffix)


def _bar(sentence: Masked, piece: str) -> Bar | None:
    match = _LABELLED.match(piece[-120:]) or _REVERSED.match(piece[-120:]) or _AT_THE_END.search(piece[-120:])
    if match is None:
        return None
    label = match["label"].rstrip(":=")
    if any(word in _NOT_LABELS for word in label.lower().split()):
        label = label.split()[-1]
    if label.lower() in _NOT_LABELS:
        return None
    return Bar(sentence.restored(label), figure_in(match["value"]))


def _label(sentence: Masked, word: str | None) -> str:
    if not word or word.lower() in _NOT_LABELS:
        return ""
    return sentence.restored(word)
