"""What may be changed of a project: each change is a value, intended by a tool or a person, checked when written."""

from typing import Annotated, Literal

from pydantic import Field, JsonValue

from pipeline.ids import RevisionId, SceneId, Sha256
from pipeline.project import Scene, Transition, Typography
from pipeline.value import Value


class AddScene(Value):
    """Put a scene at the end of the video."""

    kind: Literal["add-scene"] = "add-scene"
    scene: Scene


class UpdateScene(Value):
    """Change the named fields of a scene; `props` in place of those there are, `set_props` among them."""

    kind: Literal["update-scene"] = "update-scene"
    scene: SceneId
    name: str | None = None
    description: str | None = None
    duration_frames: int | None = None
    transition: Transition | None = None
    props: dict[str, JsonValue] | None = None
    set_props: dict[str, JsonValue] | None = None


class RemoveScene(Value):
    """Take a scene out of the video; its revisions are kept."""

    kind: Literal["remove-scene"] = "remove-scene"
    scene: SceneId


class RestoreScene(Value):
    """Put a scene that was taken out back to its place."""

    kind: Literal["restore-scene"] = "restore-scene"
    scene: Scene
    position: int


class DuplicateScene(Value):
    """Put a copy of a scene behind it; the copy's component is a revision of its own."""

    kind: Literal["duplicate-scene"] = "duplicate-scene"
    scene: SceneId
    id: SceneId
    revision: RevisionId


class MoveScene(Value):
    """Put a scene at another place; `position` counts from 0."""

    kind: Literal["move-scene"] = "move-scene"
    scene: SceneId
    position: int


class ShowRevision(Value):
    """Show another revision of a scene's component; what is still being made for the scene is then not shown."""

    kind: Literal["show-revision"] = "show-revision"
    scene: SceneId
    revision: RevisionId | None
    bundle: Sha256 | None


class SetVideo(Value):
    """Change the named settings of the video."""

    kind: Literal["set-video"] = "set-video"
    name: str | None = None
    width: int | None = None
    height: int | None = None
    fps: int | None = None
    background: str | None = None
    palette: tuple[str, ...] | None = None
    typography: Typography | None = None
    style: str | None = None


_Pointer = Annotated[str, Field(pattern=r"^(/|$)", max_length=500, description="a JSON Pointer (RFC 6901)")]


class PatchOperation(Value):
    """One operation of a JSON Patch; `from` is of move and copy, `value` of add, replace and test."""

    op: Literal["add", "remove", "replace", "move", "copy", "test"]
    path: _Pointer
    from_: _Pointer | None = Field(default=None, alias="from")
    value: JsonValue = None


class ApplyPatch(Value):
    """Change the project as a JSON Patch (RFC 6902) says, all or nothing."""

    kind: Literal["apply-patch"] = "apply-patch"
    operations: tuple[PatchOperation, ...]


class NotePlan(Value):
    """Tell everybody of a plan; changes nothing by itself."""

    kind: Literal["note-plan"] = "note-plan"
    title: str
    scenes: tuple[SceneId, ...]


Change = Annotated[
    AddScene
    | UpdateScene
    | RemoveScene
    | RestoreScene
    | DuplicateScene
    | MoveScene
    | ShowRevision
    | SetVideo
    | ApplyPatch
    | NotePlan,
    Field(discriminator="kind"),
]
