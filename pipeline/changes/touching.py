"""What changes touch, so that undoing one of them is known not to undo a later one too."""

from collections.abc import Iterable

from pipeline.changes.values import (
    AddScene,
    ApplyPatch,
    Change,
    DuplicateScene,
    MoveScene,
    NotePlan,
    RemoveScene,
    RestoreScene,
    SetVideo,
    ShowRevision,
    UpdateScene,
)


def touches(changes: Iterable[Change]) -> frozenset[str]:
    """The parts of a project that the changes write: `video.name`, `scene_1`, `scene_1.props`, `scene_1.props.title`.

    What a patch writes is known from the difference that it makes.
    """
    return frozenset(part for change in changes for part in _parts(change))


def overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both write a part, or one writes what the other's part lies in."""
    return any(_meet(part, another) for part in one for another in other)


def _parts(change: Change) -> Iterable[str]:  # noqa: PLR0911  # one line per kind of change
    match change:
        case SetVideo():
            return (f"video.{name}" for name in change.model_dump(exclude={"kind"}, exclude_none=True))
        case UpdateScene():
            fields = change.model_dump(exclude={"kind", "scene", "set_props"}, exclude_none=True)
            return (
                f"{change.scene}.{name}" for name in (*fields, *(f"props.{name}" for name in change.set_props or ()))
            )
        case ShowRevision():
            return (f"{change.scene}.revision",)
        case MoveScene():
            return (f"{change.scene}.position",)
        case AddScene() | RestoreScene():
            return (change.scene.id,)
        case DuplicateScene():
            return (change.id,)
        case RemoveScene():
            return (change.scene,)
        case ApplyPatch() | NotePlan():
            return ()


def _meet(part: str, other: str) -> bool:
    return part == other or part.startswith(f"{other}.") or other.startswith(f"{part}.")
