"""What is told of each step of a component: its share of the way, and the events of its start and its end."""

from dataclasses import dataclass

from pipeline.events import (
    ComponentBuildComplete,
    ComponentBuildError,
    ComponentBuildStart,
    ComponentGenerateComplete,
    ComponentGenerateStart,
    ComponentInspectComplete,
    ComponentInspectStart,
    ComponentRepairComplete,
    ComponentRepairStart,
    ComponentValidateComplete,
    ComponentValidateError,
    ComponentValidateStart,
    Event,
)


@dataclass(frozen=True)
class Stage:
    """One step; `begins` and `ends` are shares of a round of the job, from 0 to 1."""

    begins: float
    ends: float
    start: type[Event] | None = None
    complete: type[Event] | None = None
    error: type[Event] | None = None


STAGES: dict[str, Stage] = {
    "generate": Stage(0.02, 0.92, ComponentGenerateStart, ComponentGenerateComplete),
    "repair": Stage(0.02, 0.92, ComponentRepairStart, ComponentRepairComplete),
    "build": Stage(0.92, 0.94, ComponentBuildStart, ComponentBuildComplete, ComponentBuildError),
    "validate": Stage(0.94, 0.98, ComponentValidateStart, ComponentValidateComplete, ComponentValidateError),
    "publish": Stage(0.98, 1.0),  # its end is told by the writer, in the transaction that shows the revision
    "inspect": Stage(1.0, 1.0, ComponentInspectStart, ComponentInspectComplete),  # it is shown already
}
"""The shares are times that were measured (docs/performance.md): nearly all of it is the model writing."""
