"""What a tool is: an argument type whose docstring tells the model what it is for, and a pure `run`."""

import re
from abc import abstractmethod
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from pydantic import ConfigDict, JsonValue

from pipeline.changes import Change
from pipeline.chat import ToolSpec
from pipeline.jobs import NewJob
from pipeline.project import Project
from pipeline.value import Value

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Desk:
    """What a tool is given besides its arguments: the project as it is, and a seed for new ids."""

    project: Project
    seed: str

    def new_id(self, prefix: str, index: int) -> str:
        """An id that is the same whenever the same call runs again."""
        return f"{prefix}_{sha256(f'{self.seed}:{prefix}:{index}'.encode()).hexdigest()[:16]}"


@dataclass(frozen=True)
class Outcome:
    """What a tool wants: the text for the model, one line for people, changes, and component jobs to start."""

    content: str
    summary: str
    changes: tuple[Change, ...] = ()
    jobs: tuple[NewJob, ...] = ()


class Tool(Value):
    """Base of every tool: the fields are its arguments, the docstring is what the model reads."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    step: ClassVar[str] = "act"
    """The step of a turn in which it is carried out; planning is one of its own."""

    settles_first: ClassVar[bool] = False
    """Whether the other calls of the same round wait for it, because it changes what they read."""

    @abstractmethod
    def run(self, desk: Desk) -> Outcome:
        """What the call intends. Raises ChangeRefusedError when it does not fit the project."""

    @classmethod
    def tool_name(cls) -> str:
        """`PlanScenes` → `plan_scenes`."""
        return _CAPITAL.sub("_", cls.__name__).lower()

    @classmethod
    def spec(cls) -> ToolSpec:
        """The tool as the model is told of it."""
        schema = {key: value for key, value in cls.model_json_schema().items() if key not in {"title", "description"}}
        return ToolSpec(name=cls.tool_name(), description=_paragraph(cls.__doc__), parameters=_untitled(schema))


def _paragraph(docstring: str | None) -> str:
    return " ".join((docstring or "").split())


def _untitled(schema: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """The schema without pydantic's generated titles, which only cost tokens."""
    return {key: _untitled_value(key, value) for key, value in schema.items()}


def _untitled_value(key: str, value: JsonValue) -> JsonValue:
    if key in {"properties", "$defs"} and isinstance(value, dict):
        return {name: _without_title(one) for name, one in value.items()}
    return _without_title(value)


def _without_title(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return _untitled({key: one for key, one in value.items() if key != "title"})
    return [_without_title(one) for one in value] if isinstance(value, list) else value
