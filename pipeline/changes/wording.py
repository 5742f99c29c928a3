"""What a change is called in the list of what can be undone."""

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
from pipeline.ids import SceneId
from pipeline.project import Project

_SETTINGS = {
    "name": "name",
    "width": "size",
    "height": "size",
    "fps": "frames per second",
    "background": "background",
    "palette": "palette",
    "typography": "fonts",
    "style": "style",
}
_FIELDS = {
    "description": "description",
    "duration_frames": "duration",
    "transition": "transition",
    "props": "props",
    "set_props": "props",
}


def worded(before: Project, changes: tuple[Change, ...]) -> str:
    """One line for people; `before` knows what the scenes are called."""
    sentences = dict.fromkeys(_worded(before, change) for change in changes if not isinstance(change, NotePlan))
    return "; ".join(sentences) or "nothing"


def _worded(before: Project, change: Change) -> str:  # noqa: PLR0911  # one line per kind of change
    match change:
        case SetVideo():
            return f"set {_listed(change.model_dump(exclude={'kind'}, exclude_none=True), _SETTINGS)} of the video"
        case UpdateScene():
            return _update(before, change)
        case AddScene() | RestoreScene():
            return f"added “{change.scene.name}”"
        case DuplicateScene():
            return f"duplicated {_name(before, change.scene)}"
        case RemoveScene():
            return f"removed {_name(before, change.scene)}"
        case MoveScene():
            return f"moved {_name(before, change.scene)} to place {change.position + 1}"
        case ShowRevision():
            return f"showed another revision of {_name(before, change.scene)}"
        case ApplyPatch():
            return "patched the project"
        case NotePlan():
            return f"planned “{change.title}”"


def _update(before: Project, change: UpdateScene) -> str:
    name = _name(before, change.scene)
    fields = change.model_dump(exclude={"kind", "scene", "name"}, exclude_none=True)
    renamed = [f"renamed {name} to “{change.name}”"] if change.name else []
    return "; ".join([*renamed, *([f"changed {_listed(fields, _FIELDS)} of {name}"] if fields else [])])


def _name(before: Project, scene: SceneId) -> str:
    known = before.scene(scene)
    return f"“{known.name}”" if known else scene


def _listed(fields: dict[str, object], words: dict[str, str]) -> str:
    return " and ".join(dict.fromkeys(words.get(name, name) for name in fields))
