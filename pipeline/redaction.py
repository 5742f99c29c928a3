"""Secrets taken out of what is kept and shown: whatever looks like a key, a token or a password."""

import re

_HIDDEN = (
    (re.compile(r"\b(?:sk|key|pk|rk)-[\w*.-]{6,}"), "[key]"),
    (re.compile(r"\b(?:gh[opsu]_|github_pat_|xox[abprs]-|AKIA|AIza|hf_)[\w-]{10,}"), "[key]"),
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w~+/.=-]{8,}"), r"\1 [key]"),
    (
        re.compile(r"(?i)\b(api[_-]?key|access[_-]?token|password|secret)(\"?'?\s*[=:]\s*\"?'?)[^\s\"',;}]+"),
        r"\1\2[key]",
    ),
    (re.compile(r"(\b[a-zA-Z][\w+.-]{0,20}://)[^\s/@:]{1,200}:[^\s/@]{1,500}@"), r"\1[key]@"),
)


def redacted(text: str) -> str:
    """The text without what looks like a secret."""
    for pattern, instead in _HIDDEN:
        text = pattern.sub(instead, text)
    return text
