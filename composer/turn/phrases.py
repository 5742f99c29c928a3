"""Phrases that hold a longer video together without claiming anything, in the language of the wish."""

import re
from typing import NamedTuple

Lines = tuple[tuple[str, ...], ...]


class Phrases(NamedTuple):
    """What fills the scenes between title and end; the first lines go with the title."""

    opening: tuple[str, ...]
    ending: str
    bridges: Lines
    part: str


_BRIDGES: dict[str, tuple[Lines, str]] = {
    "en": (
        (
            ("Look closer",),
            ("One idea", "clearly told"),
            ("Step by step",),
            ("Made to move",),
            ("See it", "feel it", "keep it"),
            ("And then",),
            ("Piece by piece",),
            ("It all connects",),
            ("Keep going",),
            ("Almost there",),
        ),
        "Part",
    ),
    "de": (
        (("Schau genau hin",), ("Eine Idee", "klar erzählt"), ("Schritt für Schritt",), ("Und dann",), ("Fast da",)),
        "Teil",
    ),
    "fr": (
        (("Regardez de plus près",), ("Une idée", "bien racontée"), ("Pas à pas",), ("Et puis",), ("Presque là",)),
        "Partie",
    ),
    "es": (
        (("Mira de cerca",), ("Una idea", "bien contada"), ("Paso a paso",), ("Y entonces",), ("Ya casi",)),
        "Parte",
    ),
    "ja": ((("もっと近くで",), ("ひとつの想い",), ("一歩ずつ",), ("そして",), ("もうすぐ",)), "パート"),
    "ar": ((("انظر عن قرب",), ("فكرة واحدة",), ("خطوة بخطوة",), ("ثم",), ("اقتربنا",)), "الجزء"),
}
_MOODS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (r"\b(?:launch|teaser|trailer|announc\w+|coming soon)\b", ("Something new", "is on its way"), "Coming soon"),
    (r"\b(?:birthday|anniversary)\b", ("Make a wish",), "Celebrate"),
    (r"\b(?:sale|discount|offer|deal)s?\b", ("For a short time",), "Have a look"),
    (r"\b(?:event|conference|party|concert|festival|wedding)\b", ("Save the date",), "See you there"),
)
_SCRIPTS = (("ja", re.compile(r"[\u3040-\u30ff]")), ("ar", re.compile(r"[\u0600-\u06ff]")))
_WORDS = {
    "de": "ein eine einen für mit und über szenen sekunden der die das von zum zur bitte",
    "fr": "un une pour avec et sur scènes secondes le la les des du en vidéo",
    "es": "un una para con y sobre escenas segundos el la los las del en de vídeo",
}
_MARKS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SURE_ENOUGH = 2
_WORD = re.compile(r"[^\W\d_]+")


def phrases_for(text: str) -> Phrases:
    """Return the phrases in the language of a text whose quotes are masked, fit for its occasion."""
    language = language_of(text)
    bridges, part = _BRIDGES[language]
    if language != "en":
        return Phrases(bridges[0], "", bridges, part)
    lower = text.lower()
    opening, ending = next(
        ((lines, end) for pattern, lines, end in _MOODS if re.search(pattern, lower)), (bridges[0], "")
    )
    return Phrases(opening, ending, bridges, part)


def language_of(text: str) -> str:
    """Return the language that a text is most likely in, of those we have phrases in; English where none is sure."""
    for language, script in _SCRIPTS:
        if script.search(text):
            return language
    words = set(_WORD.findall(text.lower()))
    counts = {language: len(words & marks) for language, marks in _MARKS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= _SURE_ENOUGH else "en"
