"""Nothing that looks like a secret is shown: what is stored and said is cleaned before it leaves."""

from pydantic import JsonValue

from pipeline.redaction import redacted
from server.console.console import Json


def without_secrets(value: Json) -> Json:
    """The same, with every text in it cleaned."""
    return {name: _clean(part) for name, part in value.items()}


def _clean(value: JsonValue) -> JsonValue:
    match value:
        case str():
            return redacted(value)
        case list():
            return [_clean(part) for part in value]
        case dict():
            return without_secrets(value)
    return value
