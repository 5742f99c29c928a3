"""A message cut into the things it asks for, one clause each."""

import re

from composer.reading.quotes import Masked

VERBS = (
    r"(?:remove|delete|drop|move|swap|switch|add|append|insert|rename|make|change|set|turn|put|reverse|regenerate|redo|replace|give|use"
    r"|lösche|entferne|verschiebe|mach|ändere)"
)
_CUT = re.compile(
    rf"(?:[.;!\n]+\s+|,?\s+(?:and then|then|and also|and|und|,)\s+)(?=(?:please |also )?{VERBS}\b)", re.IGNORECASE
)
_MOST_CLAUSES = 12


def clauses_in(sentence: Masked) -> list[str]:
    """Return the masked clauses; a message that asks for one thing is one clause."""
    parts = [part.strip(" .;\n") for part in _CUT.split(sentence.text)]
    return [part for part in parts if part][:_MOST_CLAUSES]
