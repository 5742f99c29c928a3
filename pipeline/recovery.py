"""What a person can do about a job that has stopped."""

from typing import Literal

Recovery = Literal["resume", "edit", "regenerate", "discard"]


def ways_on(kind: Literal["turn", "component"]) -> tuple[Recovery, ...]:
    """Nothing that failed is a dead end: it goes on as it is, or after an edit; a component may also be begun anew."""
    return ("resume", "edit", "regenerate", "discard") if kind == "component" else ("resume", "edit")
