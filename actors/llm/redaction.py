"""The key is taken out of whatever is told or stored, and so is what only looks like one."""

import json
from urllib.parse import quote, quote_plus

from pipeline.redaction import redacted as without_secrets

_SHORTEST_KEY = 5
"""What is shorter is a word that stands for no key (`none`), and stands in sentences too."""


def redacted(text: str, key: str) -> str:
    """The text without the key, also as a JSON string, a `repr` or a URL has it, or anything that looks like one."""
    if len(key) >= _SHORTEST_KEY:
        for written in (key, json.dumps(key)[1:-1], repr(key)[1:-1], quote(key, safe=""), quote_plus(key)):
            text = text.replace(written, "[key]")
    return without_secrets(text)
