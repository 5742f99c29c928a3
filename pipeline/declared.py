"""The props that a component declares, and which of those that a person has set still hold."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, JsonValue

from pipeline.value import Value


class DeclaredProp(Value):
    """One prop that can be set without a change of the code; `choices` are there where only those are allowed."""

    name: str = Field(max_length=64)
    kind: Literal["text", "number", "colour", "boolean", "choice"]
    default: str | bool | int | float
    choices: tuple[str, ...] = Field(default=(), max_length=24)


Declared = tuple[DeclaredProp, ...]


def declared_in(report: Mapping[str, JsonValue]) -> Declared:
    """What the build gate read of a component's props; a report from before that says nothing."""
    build = report.get("build")
    props = build.get("props") if isinstance(build, dict) else None
    return tuple(DeclaredProp.model_validate(prop) for prop in props) if isinstance(props, list) else ()


def still_set(props: Mapping[str, JsonValue], before: Declared, after: Declared) -> dict[str, JsonValue]:
    """What was set, less what a new revision says otherwise: a default that it changed is meant to be seen."""
    old, new = ({prop.name: prop.default for prop in declared} for declared in (before, after))
    return {name: value for name, value in props.items() if name not in old or old[name] == new.get(name)}
