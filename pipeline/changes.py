"""The changes a tool may intend, and what each does to a project; checked again when they are written."""

from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError

from pipeline.errors import ChangeRefusedError, in_words
from pipeline.events import Event, PlanCreated, ProjectUpdated, SceneAdded, SceneMoved, SceneRemoved, SceneUpdated
from pipeline.ids import SceneId
from pipeline.project import MOST_SCENES, Project, Scene, Video
from pipeline.value import Value


class AddScene(Value):
    """Put a scene at the end of the video."""

    kind: Literal["add-scene"] = "add-scene"
    scene: Scene


class UpdateScene(Value):
    """Change the named fields of a scene."""

    kind: Literal["update-scene"] = "update-scene"
    scene: SceneId
    name: str | None = None
    description: str | None = None
    duration_frames: int | None = None


class RemoveScene(Value):
    """Take a scene out of the video."""

    kind: Literal["remove-scene"] = "remove-scene"
    scene: SceneId


class MoveScene(Value):
    """Put a scene at another place; `position` counts from 0."""

    kind: Literal["move-scene"] = "move-scene"
    scene: SceneId
    position: int


class SetVideo(Value):
    """Change the named settings of the video."""

    kind: Literal["set-video"] = "set-video"
    name: str | None = None
    width: int | None = None
    height: int | None = None
    fps: int | None = None
    background: str | None = None
    palette: tuple[str, ...] | None = None


class NotePlan(Value):
    """Tell everybody of a plan; changes nothing by itself."""

    kind: Literal["note-plan"] = "note-plan"
    title: str
    scenes: tuple[SceneId, ...]


Change = AddScene | UpdateScene | RemoveScene | MoveScene | SetVideo | NotePlan


@dataclass(frozen=True)
class Applied:
    """The project after a change, and the event that tells of it."""

    project: Project
    event: Event


def apply(project: Project, change: Change) -> Applied:
    """What the change makes of the project. Raises ChangeRefusedError when it does not fit it."""
    try:
        return _applied(project, change)
    except ValidationError as error:
        message = f"the change does not fit the project: {in_words(error)}"
        raise ChangeRefusedError(message) from error


def _applied(project: Project, change: Change) -> Applied:
    match change:
        case AddScene():
            return _add(project, change.scene)
        case UpdateScene():
            return _update(project, change)
        case RemoveScene():
            return _remove(project, change.scene)
        case MoveScene():
            return _move(project, change)
        case SetVideo():
            return _set(project, change)
        case NotePlan():
            return Applied(project, PlanCreated(title=change.title, scenes=change.scenes))


def known_scene(project: Project, scene: SceneId) -> Scene:
    """The scene of that id. Raises ChangeRefusedError, naming the scenes there are, when there is none."""
    found = project.scene(scene)
    if found is None:
        known = ", ".join(f"{known.id} ({known.name})" for known in project.scenes) or "no scene yet"
        message = f"{scene} is not a scene of this project; it has {known}"
        raise ChangeRefusedError(message)
    return found


def _set(project: Project, change: SetVideo) -> Applied:
    fields = change.model_dump(exclude={"kind"}, exclude_none=True)
    video = Video.model_validate({**project.video.model_dump(), **fields})
    return Applied(project.model_copy(update={"video": video}), ProjectUpdated(video=video))


def _add(project: Project, scene: Scene) -> Applied:
    if len(project.scenes) >= MOST_SCENES:
        message = f"the project has {len(project.scenes)} scenes and may have {MOST_SCENES}; remove some first"
        raise ChangeRefusedError(message)
    after = _with(project, (*project.scenes, scene))
    return Applied(after, SceneAdded(scene=scene, order=_order(after)))


def _update(project: Project, change: UpdateScene) -> Applied:
    fields = change.model_dump(exclude={"kind", "scene"}, exclude_none=True)
    updated = Scene.model_validate({**known_scene(project, change.scene).model_dump(), **fields})
    after = _with(project, tuple(updated if scene.id == updated.id else scene for scene in project.scenes))
    return Applied(after, SceneUpdated(scene=updated))


def _remove(project: Project, scene: SceneId) -> Applied:
    known_scene(project, scene)
    after = _with(project, tuple(kept for kept in project.scenes if kept.id != scene))
    return Applied(after, SceneRemoved(scene_id=scene, order=_order(after)))


def _move(project: Project, change: MoveScene) -> Applied:
    moved = known_scene(project, change.scene)
    others = [scene for scene in project.scenes if scene.id != moved.id]
    others.insert(max(0, change.position), moved)
    after = _with(project, tuple(others))
    return Applied(after, SceneMoved(scene_id=moved.id, order=_order(after)))


def _with(project: Project, scenes: tuple[Scene, ...]) -> Project:
    return project.model_copy(update={"scenes": scenes})


def _order(project: Project) -> tuple[SceneId, ...]:
    return tuple(scene.id for scene in project.scenes)
