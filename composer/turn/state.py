"""The project's state as the system message of a turn shows it."""

import re

from pydantic import BaseModel, ConfigDict, ValidationError

_BLOCK = re.compile(r"^(?P<fence>`{3,})json[ \t]*\n(?P<body>.*?)\n(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)


class ProjectState(BaseModel):
    """The settings of the video."""

    model_config = ConfigDict(frozen=True)

    name: str = ""
    width: int = 1280
    height: int = 720
    fps: float = 30
    background: str = "#0b1021"
    palette: tuple[str, ...] = ()


class SceneState(BaseModel):
    """One scene as it stands; `number` counts from 1."""

    model_config = ConfigDict(frozen=True)

    id: str
    number: int
    name: str = ""
    description: str = ""
    duration_seconds: float = 3.0


class State(BaseModel):
    """The project: its settings and its scenes in order."""

    model_config = ConfigDict(frozen=True)

    project: ProjectState = ProjectState()
    scenes: tuple[SceneState, ...] = ()


def state_in(system: str) -> State:
    """Read the state from the last fenced JSON block; an unreadable one is an empty project."""
    blocks = [match["body"] for match in _BLOCK.finditer(system)]
    try:
        return State.model_validate_json(blocks[-1]) if blocks else State()
    except ValidationError:
        return State()
