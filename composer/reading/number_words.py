"""Numbers written in words: English to 99, the small ones of a few other languages, and ordinals."""

import re
from itertools import chain

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ELSEWHERE = {
    1: "ein eine einen une uno una um uma een один одна одну",
    2: "zwei deux dos due dois duas twee två два две deux",
    3: "drei trois tres tre três drie три",
    4: "vier quatre cuatro quattro quatro fyra четыре",
    5: "fünf cinq cinco cinque vijf fem пять",
    6: "sechs seis sei zes шесть",
    7: "sieben sept siete sette sete zeven sju семь",
    8: "acht huit ocho otto oito åtta восемь",
    9: "neun neuf nueve nove negen nio девять",
    10: "zehn dix diez dieci dez tien tio десять",
    12: "zwölf douze doce dodici doze twaalf двенадцать dozen",
    15: "fünfzehn quinze quince quindici vijftien пятнадцать",
    20: "zwanzig vingt veinte venti vinte twintig двадцать",
    30: "dreißig trente treinta trenta trinta dertig тридцать",
}
_CJK = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def _words() -> dict[str, float]:
    found: dict[str, float] = {}
    for value, words in _ELSEWHERE.items():
        found.update(dict.fromkeys(words.split(), float(value)))
    units = [*_UNITS.split(), "seventeen", "eighteen", "nineteen"]
    found.update({word: float(value) for value, word in enumerate(units)})
    for ten, word in enumerate(_TENS.split(), start=2):
        found[word] = ten * 10.0
        found.update({f"{word}-{unit}": ten * 10.0 + value for value, unit in enumerate(units[1:10], start=1)})
    found.update({"hundred": 100.0, "a hundred": 100.0, "a dozen": 12.0, "a couple of": 2.0, "a few": 3.0})
    found.update({word: float(value) for word, value in _CJK.items()})
    return found


WORDS = _words()
ORDINALS: dict[str, int] = {
    word: value
    for words in (
        _ORDINALS,
        "erste zweite dritte vierte fünfte",
        "première deuxième troisième",
        "primera segunda tercera",
    )
    for value, word in enumerate(words.split(), start=1)
}
NUMBER = (
    r"(?:(?<![\w.,])\d+(?:[.,]\d+)?|(?:(?<!\w)(?:"
    + "|".join(
        re.escape(word).replace("\\-", "[- ]") for word in sorted(WORDS, key=len, reverse=True) if word not in _CJK
    )
    + r")(?!\w))|["
    + "".join(_CJK)
    + r"])"
)
"""A pattern (without groups, lower case) that finds a number in digits or words."""

ORDINAL = "|".join(chain(ORDINALS, (r"\d+(?:st|nd|rd|th)",)))
"""A pattern (without groups, lower case) that finds an ordinal in digits or words."""


MOST = 1e12
"""A number of more digits than anything has counts as this one: as itself it would be no number at all."""


def value_of(number: str) -> float:
    """Return the value of what `NUMBER` found."""
    word = number.strip().lower()
    if word[0].isdigit() and word[0] not in _CJK:
        return min(float(word.replace(",", ".")), MOST)
    return WORDS.get(word) or WORDS.get(word.replace(" ", "-"), 1.0)


def ordinal_of(word: str) -> int:
    """Return the place (from 1) that `ORDINAL` found."""
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word))
