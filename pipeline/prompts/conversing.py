"""What the model is told in a turn: who it is, the project as it is, the conversation so far."""

from pipeline.assets import Asset
from pipeline.chat import ChatMessage
from pipeline.commands import Recollection
from pipeline.project import Project, Scene
from pipeline.prompts.remembering import as_told
from pipeline.prompts.template import Template, as_json

_TURN = Template("turn")


def turn_prompt(
    recollection: Recollection, content: str, attachments: tuple[Asset, ...] = ()
) -> tuple[ChatMessage, ...]:
    """The system's words with the project's state, what was said before, and the message to answer."""
    system = _TURN.filled(state=as_json(_state(recollection.project)))
    return (
        ChatMessage(role="system", content=system),
        *([as_told(recollection.summary)] if recollection.summary else []),
        *recollection.history,
        _said(content, attachments),
    )


def _said(content: str, attachments: tuple[Asset, ...]) -> ChatMessage:
    """The person's words as they are, and behind them what came with them."""
    named = ", ".join(f"{asset.name} ({asset.width}x{asset.height})" for asset in attachments)
    whole = f"{content}\n\n(Attached to this message: {named}.)" if attachments else content
    return ChatMessage(role="user", content=whole, images=tuple(asset.sha256 for asset in attachments))


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
