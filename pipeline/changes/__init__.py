"""The changes of a project: what may be changed, what each does, how two projects differ, and what that is called."""

from pipeline.changes.applying import Applied, apply, apply_all, known_scene
from pipeline.changes.difference import difference
from pipeline.changes.touching import overlap, touches
from pipeline.changes.values import (
    AddScene,
    ApplyPatch,
    Change,
    DuplicateScene,
    MoveScene,
    NotePlan,
    PatchOperation,
    RemoveScene,
    RestoreScene,
    SetVideo,
    ShowRevision,
    UpdateScene,
)
from pipeline.changes.wording import worded

__all__ = [
    "AddScene",
    "Applied",
    "ApplyPatch",
    "Change",
    "DuplicateScene",
    "MoveScene",
    "NotePlan",
    "PatchOperation",
    "RemoveScene",
    "RestoreScene",
    "SetVideo",
    "ShowRevision",
    "UpdateScene",
    "apply",
    "apply_all",
    "difference",
    "known_scene",
    "overlap",
    "touches",
    "worded",
]
