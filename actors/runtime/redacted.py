"""What may be shown of a message: its fields, without what is secret and without what is long."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import islice

MOST_CHARACTERS = 80
MOST_ITEMS = 8
MOST_NAMES = 32
DEEPEST = 3
SECRET = ("token", "secret", "password", "api_key", "authorization", "cookie")


def redacted(message: object) -> Mapping[str, object]:
    """A message may say it itself with a method `redacted`; else its fields, named as it names them."""
    own = getattr(message, "redacted", None)
    if callable(own):
        said = own()
        if isinstance(said, Mapping):
            return said
    shown = _shown(message, 0)
    return shown if isinstance(shown, dict) else {"": shown}


def _shown(value: object, depth: int) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return _short(value)
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    return _within(value, depth) if depth < DEEPEST else type(value).__name__


def _within(value: object, depth: int) -> object:
    named = _named(value)
    if named is not None:
        shown = {name: _field(name, part, depth) for name, part in islice(named.items(), MOST_NAMES)}
        return shown | ({"": f"and {len(named) - MOST_NAMES} more"} if len(named) > MOST_NAMES else {})
    if isinstance(value, Sequence | set | frozenset):
        items = list(value)
        more = [f"and {len(items) - MOST_ITEMS} more"] if len(items) > MOST_ITEMS else []
        return [_shown(item, depth + 1) for item in items[:MOST_ITEMS]] + more
    return type(value).__name__


def _named(value: object) -> dict[str, object] | None:
    if isinstance(value, Mapping):
        return {str(name): part for name, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    model = getattr(type(value), "model_fields", None)  # a pydantic value
    return {name: getattr(value, name) for name in model} if isinstance(model, dict) else None


def _field(name: str, value: object, depth: int) -> object:
    if value is not None and any(secret in name.lower() for secret in SECRET) and not isinstance(value, int | float):
        return "(secret)"
    return _shown(value, depth + 1)


def _short(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}… ({len(text)} characters)"
