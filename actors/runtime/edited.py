"""A message with some of its fields changed by hand, for sending a dead letter again."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

PLAIN = (str, int, float, bool, type(None))


def edited(message: object, changes: Mapping[str, object]) -> object:
    """The same with these fields changed; raises ValueError with a sentence where that does not fit.

    Only what is text, a number, a yes or no, or nothing can be changed, and it stays of its kind.
    """
    if not changes:
        return message
    if not is_dataclass(message) or isinstance(message, type):
        msg = f"{type(message).__name__} has no fields to change; send it again as it is"
        raise ValueError(msg)
    known = {field.name: getattr(message, field.name) for field in fields(message)}
    for name, value in changes.items():
        _check(name, value, known)
    return replace(message, **changes)


def _check(name: str, value: object, known: Mapping[str, object]) -> None:
    if name not in known:
        msg = f"{name} is not a field of the message; it has {sorted(known)}"
        raise ValueError(msg)
    was = known[name]
    if not isinstance(was, PLAIN) or (was is not None and type(value) is not type(was)) or not isinstance(value, PLAIN):
        msg = f"{name} is {type(was).__name__} and cannot become {type(value).__name__}"
        raise ValueError(msg)
