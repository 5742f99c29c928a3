"""JSON Patch (RFC 6902) on a project: worked out on a document, and then the changes that lead there."""

import copy
from collections.abc import Sequence

import jsonpatch
import jsonpointer
from pydantic import JsonValue, ValidationError

from pipeline.changes.difference import difference
from pipeline.changes.values import Change, PatchOperation
from pipeline.errors import ChangeRefusedError, in_words
from pipeline.project import Project, Scene, Video

_SHOWN = ("id", "name", "description", "duration_frames", "transition", "props")


def patched(project: Project, operations: Sequence[PatchOperation]) -> tuple[Change, ...]:
    """The changes that the patch comes to, all or nothing. Raises ChangeRefusedError where it does not fit."""
    document = _document(project)
    try:
        patch = jsonpatch.JsonPatch([_operation(one) for one in operations])
        found = patch.apply(copy.deepcopy(document))
    except (jsonpatch.JsonPatchException, jsonpointer.JsonPointerException, TypeError, RecursionError) as error:
        message = f"the patch does not fit the project: {error}"
        raise ChangeRefusedError(message) from error
    return difference(project, _project(project, found))


def _document(project: Project) -> dict[str, JsonValue]:
    scenes: list[JsonValue] = [scene.model_dump(mode="json", include=set(_SHOWN)) for scene in project.scenes]
    return {"video": project.video.model_dump(mode="json"), "scenes": scenes}


def _operation(one: PatchOperation) -> dict[str, JsonValue]:
    told: dict[str, JsonValue] = {"op": one.op, "path": one.path}
    if one.op in {"add", "replace", "test"}:
        told["value"] = one.value
    if one.op in {"move", "copy"} and one.from_ is not None:
        told["from"] = one.from_
    return told


def _project(before: Project, document: object) -> Project:
    """The document as a project: the scenes there were, in any order, each as a scene may be."""
    if (
        not isinstance(document, dict)
        or set(document) != {"video", "scenes"}
        or not isinstance(document["scenes"], list)
    ):
        message = "the patch must leave /video and /scenes, a list, and nothing else"
        raise ChangeRefusedError(message)
    try:
        video = Video.model_validate(document["video"])
        scenes = tuple(_scene(before, one) for one in document["scenes"])
    except ValidationError as error:
        message = f"what the patch would make does not fit: {in_words(error)}"
        raise ChangeRefusedError(message) from error
    if len({scene.id for scene in scenes}) < len(scenes):
        message = "the patch would leave a scene twice; duplicate scenes with the operation that is for it"
        raise ChangeRefusedError(message)
    return before.model_copy(update={"video": video, "scenes": scenes})


def _scene(before: Project, fields: object) -> Scene:
    known = before.scene(str(fields.get("id"))) if isinstance(fields, dict) else None
    if known is None or not isinstance(fields, dict):
        message = "the patch would add a scene, or change the id of one; scenes are added by planning them"
        raise ChangeRefusedError(message)
    if odd := set(_SHOWN) ^ set(fields):
        message = f"a scene has just {', '.join(_SHOWN)}; the patch adds or takes {', '.join(sorted(odd))}"
        raise ChangeRefusedError(message)
    return Scene.model_validate({**known.model_dump(), **fields})
