"""What the model is told in a turn: who it is, the project as it is, the conversation so far."""

import json

from pipeline.chat import ChatMessage
from pipeline.commands import Recollection
from pipeline.jobs import TurnBrief
from pipeline.pointing import Pointed
from pipeline.project import Project, Scene
from pipeline.prompts.remembering import as_told
from pipeline.prompts.template import Template, as_json

_TURN = Template("turn")


def turn_prompt(recollection: Recollection, brief: TurnBrief) -> tuple[ChatMessage, ...]:
    """The system's words with the project's state, what was said before, and the message to answer."""
    system = _TURN.filled(state=as_json(_state(recollection.project)))
    return (
        ChatMessage(role="system", content=system),
        *([as_told(recollection.summary)] if recollection.summary else []),
        *recollection.history,
        _said(brief, recollection.project),
    )


def _said(brief: TurnBrief, project: Project) -> ChatMessage:
    """The person's words as they are, and behind them what came with them."""
    named = ", ".join(f"{asset.name} ({asset.width}x{asset.height})" for asset in brief.attachments)
    came = [f"(Attached to this message: {named}.)"] if named else []
    if brief.pointed:
        came.append(f"(Pointed at in the preview: {_pointed(brief.pointed, project)})")
    whole = "\n\n".join((brief.content, *came))
    return ChatMessage(role="user", content=whole, images=tuple(asset.sha256 for asset in brief.attachments))


def _pointed(pointed: Pointed, project: Project) -> str:
    """What "this" means, with the number that people call the scene by."""
    numbers = {scene.id: number for number, scene in enumerate(project.scenes, 1)}
    told = {"number": numbers.get(pointed.scene), **pointed.model_dump(mode="json")}
    return json.dumps(told, ensure_ascii=False)


def _state(project: Project) -> dict[str, object]:
    return {
        "project": project.video.model_dump(mode="json"),
        "files": [asset.name for asset in project.assets],
        "scenes": [_scene(project, number, scene) for number, scene in enumerate(project.scenes, 1)],
    }


def _scene(project: Project, number: int, scene: Scene) -> dict[str, object]:
    return {
        "id": scene.id,
        "number": number,
        "name": scene.name,
        "description": scene.description,
        "duration_seconds": project.seconds(scene.duration_frames),
        "state": "published" if scene.revision else "no component yet",
    }
