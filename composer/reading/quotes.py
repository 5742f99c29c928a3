"""Quoted texts, and a sentence in which each stands as one private character, so that no rule reads into them."""

import re
import unicodedata
from dataclasses import dataclass

_FIRST_MASK = 0xE100
_MASK_ROOM = 0x1700
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_FENCED = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_MARKED = (
    (re.compile(r"^[ ]{0,3}#{1,6}[ ]+", re.MULTILINE), ""),
    (re.compile(r"\*\*(\S(?:[^*\n]*\S)?)\*\*"), r"\1"),
    (re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])"), r"\1"),
)
_QUOTED = re.compile(
    r"“([^“”]{1,300})”|„([^„“”]{1,300})[“”]|«([^«»]{1,300})»|\u2039([^\u2039\u203a]{1,300})\u203a|「([^「」]{1,300})」|『([^『』]{1,300})』"
    r"|\"([^\"\n]{1,300})\"|`([^`\n]{1,300})`|\u2018([^\u2018\u2019\n]{1,300})\u2019(?!\w)|(?<!\w)'([^'\n]{1,300}(?:'\w[^'\n]{0,300})*)'(?!\w)"
)


@dataclass(frozen=True)
class Masked:
    """A text whose quotes are masked; `quotes` holds them in order, `typed` with the marks they were typed in."""

    text: str
    quotes: tuple[str, ...]
    typed: tuple[str, ...] = ()

    def quote(self, mask: str) -> str:
        """Return the quote that one masking character stands for."""
        return self.quotes[ord(mask) - _FIRST_MASK]

    def restored(self, text: str) -> str:
        """Return a piece of the masked text with its quotes put back, without their marks."""
        return re.sub(MASK, lambda match: self.quote(match.group()), text)

    def as_typed(self, text: str) -> str:
        """Return a piece of the masked text as the person typed it."""
        return re.sub(MASK, lambda match: self.typed[ord(match.group()) - _FIRST_MASK], text)


MASK = f"[{chr(_FIRST_MASK)}-{chr(_FIRST_MASK + _MASK_ROOM)}]"


def masked(text: str) -> Masked:
    """Put one private character in the place of every quoted text."""
    quotes: list[str] = []
    typed: list[str] = []

    def mask(match: re.Match[str]) -> str:
        if len(quotes) > _MASK_ROOM:
            return ""
        typed.append(match.group())
        quotes.append(tidy(next(group for group in match.groups() if group is not None)))
        return chr(_FIRST_MASK + len(quotes) - 1)

    text = _QUOTED.sub(mask, cleaned(unmarked(text)))
    return Masked(text, tuple(quotes), tuple(typed))


def unmarked(text: str) -> str:
    """Drop pasted blocks of code, which are no wish, and the marks of headings and emphasis."""
    text = _FENCED.sub(" ", text)
    for marks, kept in _MARKED:
        text = marks.sub(kept, text)
    return text


def cleaned(text: str) -> str:
    """Drop what cannot be shown: controls, private and unpaired characters, overrides of the writing direction."""
    kept = (character for character in text if _can_be_shown(character))
    return "".join(kept)


def tidy(text: str) -> str:
    """Return the text on one line without spaces around it."""
    return " ".join(cleaned(text).split())


def _can_be_shown(character: str) -> bool:
    if character in _OVERRIDES:
        return False
    return character in "\n\t" or unicodedata.category(character) not in {"Cc", "Co", "Cs"}
