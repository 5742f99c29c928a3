"""What the person pointed at: it stands behind their words, and says which scene and which text "this" is."""

import json
import re

_POINTED = re.compile(r"\n\n\(Pointed at in the preview: (?P<told>\{.*\})\)\s*$", re.DOTALL)
_THIS = re.compile(
    r"\b(?P<do>change|replace|swap|turn|correct|set)\s+(?:this|it|that)\b(?=\s+(?:to|with|by|into|for)\b)",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[\"“”]")


def without_pointing(text: str) -> tuple[str, str]:
    """Return the words with the pointed text in the place of "this", and which scene they are about, if any."""
    found = _POINTED.search(text)
    told = _read(found["told"]) if found else {}
    words = text[: found.start()] if found else text
    number, shown = told.get("number"), told.get("text")
    if isinstance(shown, str) and shown:
        quoted = f"“{_QUOTES.sub('', shown)}”"
        words = _THIS.sub(lambda match: f"{match['do']} {quoted}", words, count=1)
    return words, f" in scene {number}" if isinstance(number, int) else ""


def _read(told: str) -> dict[str, object]:
    try:
        read = json.loads(told)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
