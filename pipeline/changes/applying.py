"""What each change makes of a project, and the events that tell of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from pipeline.changes.patching import patched
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
from pipeline.errors import ChangeRefusedError, in_words
from pipeline.events import Event, PlanCreated, ProjectUpdated, SceneAdded, SceneMoved, SceneRemoved, SceneUpdated
from pipeline.ids import SceneId
from pipeline.project import LONGEST_NAME, MOST_SCENES, Project, Scene, Video


@dataclass(frozen=True)
class Applied:
    """The project after a change, and the events that tell of it."""

    project: Project
    events: tuple[Event, ...]


def apply_all(project: Project, changes: Iterable[Change]) -> Applied:
    """What the changes make of the project, one after the other. Raises ChangeRefusedError, and then none holds."""
    events: list[Event] = []
    for change in changes:
        applied = apply(project, change)
        project = applied.project
        events += applied.events
    return Applied(project, tuple(events))


def apply(project: Project, change: Change) -> Applied:
    """What the change makes of the project. Raises ChangeRefusedError when it does not fit it."""
    try:
        return _applied(project, change)
    except ValidationError as error:
        message = f"the change does not fit the project: {in_words(error)}"
        raise ChangeRefusedError(message) from error


def known_scene(project: Project, scene: SceneId) -> Scene:
    """The scene of that id. Raises ChangeRefusedError, naming the scenes there are, when there is none."""
    found = project.scene(scene)
    if found is None:
        known = ", ".join(f"{known.id} ({known.name})" for known in project.scenes) or "no scene yet"
        message = f"{scene} is not a scene of this project; it has {known}"
        raise ChangeRefusedError(message)
    return found


def _applied(project: Project, change: Change) -> Applied:  # noqa: C901, PLR0911  # one line per kind of change
    match change:
        case AddScene():
            return _put(project, change.scene, len(project.scenes))
        case RestoreScene():
            return _put(project, change.scene, change.position)
        case DuplicateScene():
            return _duplicate(project, change)
        case UpdateScene():
            return _update(project, change)
        case ShowRevision():
            return _show(project, change)
        case RemoveScene():
            return _remove(project, change.scene)
        case MoveScene():
            return _move(project, change)
        case SetVideo():
            return _set(project, change)
        case ApplyPatch():
            return apply_all(project, patched(project, change.operations))
        case NotePlan():
            return Applied(project, (PlanCreated(title=change.title, scenes=change.scenes),))


def _set(project: Project, change: SetVideo) -> Applied:
    """Other frames per second keep what is said in seconds: every scene gets as many more or fewer frames."""
    fields = change.model_dump(exclude={"kind"}, exclude_none=True)
    video = Video.model_validate({**project.video.model_dump(), **fields})
    factor = video.fps / project.video.fps
    scenes = project.scenes if video.fps == project.video.fps else tuple(_lasting(project.scenes, factor))
    after = project.model_copy(update={"video": video, "scenes": scenes})
    changed = [scene for old, scene in zip(project.scenes, scenes, strict=True) if old != scene]
    return Applied(after, (ProjectUpdated(video=video), *(SceneUpdated(scene=scene) for scene in changed)))


def _lasting(scenes: tuple[Scene, ...], factor: float) -> Iterable[Scene]:
    for scene in scenes:
        yield _changed(scene, {"duration_frames": max(1, round(scene.duration_frames * factor))})


def _put(project: Project, scene: Scene, position: int) -> Applied:
    if len(project.scenes) >= MOST_SCENES:
        message = f"the project has {len(project.scenes)} scenes and may have {MOST_SCENES}; remove some first"
        raise ChangeRefusedError(message)
    if project.scene(scene.id):
        message = f"{scene.id} is the id of a scene already; a new scene needs an id of its own"
        raise ChangeRefusedError(message)
    scenes = list(project.scenes)
    scenes.insert(max(0, position), scene)
    after = _with(project, tuple(scenes))
    return Applied(after, (SceneAdded(scene=scene, order=_order(after)),))


def _duplicate(project: Project, change: DuplicateScene) -> Applied:
    original = known_scene(project, change.scene)
    fields = {
        "id": change.id,
        "name": f"{original.name[: LONGEST_NAME - 5]} copy",
        "generation": 0,
        "revision": change.revision if original.revision else None,
    }
    return _put(project, _changed(original, fields), project.scenes.index(original) + 1)


def _update(project: Project, change: UpdateScene) -> Applied:
    scene = known_scene(project, change.scene)
    fields = change.model_dump(exclude={"kind", "scene", "set_props"}, exclude_none=True)
    if change.set_props:
        fields["props"] = {**fields.get("props", scene.props), **change.set_props}
    return _replace(project, _changed(scene, fields))


def _show(project: Project, change: ShowRevision) -> Applied:
    scene = known_scene(project, change.scene)
    shown = {"revision": change.revision, "bundle": change.bundle, "generation": scene.generation + 1}
    return _replace(project, _changed(scene, shown))


def _replace(project: Project, scene: Scene) -> Applied:
    after = _with(project, tuple(scene if known.id == scene.id else known for known in project.scenes))
    return Applied(after, (SceneUpdated(scene=scene),))


def _remove(project: Project, scene: SceneId) -> Applied:
    known_scene(project, scene)
    after = _with(project, tuple(kept for kept in project.scenes if kept.id != scene))
    return Applied(after, (SceneRemoved(scene_id=scene, order=_order(after)),))


def _move(project: Project, change: MoveScene) -> Applied:
    moved = known_scene(project, change.scene)
    others = [scene for scene in project.scenes if scene.id != moved.id]
    others.insert(max(0, change.position), moved)
    after = _with(project, tuple(others))
    return Applied(after, (SceneMoved(scene_id=moved.id, order=_order(after)),))


def _changed(scene: Scene, fields: Mapping[str, object]) -> Scene:
    return Scene.model_validate({**scene.model_dump(), **fields})


def _with(project: Project, scenes: tuple[Scene, ...]) -> Project:
    return project.model_copy(update={"scenes": scenes})


def _order(project: Project) -> tuple[SceneId, ...]:
    return tuple(scene.id for scene in project.scenes)
