"""What the author of a component is told, and the source in what it answers."""

import json
import re
from collections.abc import Iterator

from pydantic import JsonValue

from pipeline.chat import ChatMessage
from pipeline.findings import Verdict
from pipeline.jobs import ComponentBrief
from pipeline.prompts.template import Template, fenced

_WRITE, _EDIT, _REPAIR = Template("write"), Template("edit"), Template("repair")
_CONTRACT = Template("component").filled(motion=Template("motion").filled())
_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,})[ \t]*(?P<language>[\w-]*)[ \t]*")
_STARTS_AS_CODE = re.compile(r"\s*(?:import|export|const|//|/\*)")


def write_prompt(brief: ComponentBrief) -> tuple[ChatMessage, ...]:
    """What to say to have a component written, or the current source changed."""
    if brief.source is None:
        return (_contract(), _said(_WRITE.filled(brief=_block(brief, "write"))))
    return (_contract(), _said(_EDIT.filled(brief=_block(brief, "edit"), source=fenced("tsx", brief.source))))


def repair_prompt(brief: ComponentBrief, source: str, verdict: Verdict) -> tuple[ChatMessage, ...]:
    """What to say to have just the findings mended."""
    block = _block(brief, "repair", findings=[finding.model_dump(exclude_none=True) for finding in verdict.findings])
    return (_contract(), _said(_REPAIR.filled(brief=block, source=fenced("tsx", source))))


def source_in(text: str) -> str:
    """The component in an answer: its last fenced block, else the text itself if it looks like code, else nothing."""
    blocks = [block for block in _blocks(text) if block.strip()]
    if blocks:
        return blocks[-1].strip() + "\n"
    return text.strip() + "\n" if _STARTS_AS_CODE.match(text) else ""


def _blocks(text: str) -> Iterator[str]:
    """The fenced blocks, line by line; one that is never closed goes on to the end."""
    fence, held = "", list[str]()
    for line in text.splitlines():
        mark = _FENCE.fullmatch(line)
        if not fence and mark:
            fence, held = mark["fence"], []
        elif fence and mark and not mark["language"] and len(mark["fence"]) >= len(fence):
            yield "\n".join(held)
            fence = ""
        else:
            held.append(line)
    if fence:
        yield "\n".join(held)


def _contract() -> ChatMessage:
    return ChatMessage(role="system", content=_CONTRACT)


def _said(content: str) -> ChatMessage:
    return ChatMessage(role="user", content=content)


def _block(brief: ComponentBrief, task: str, *, findings: list[dict[str, JsonValue]] | None = None) -> str:
    told = {
        "task": task,
        "scene": _scene(brief),
        "video": brief.video.model_dump(mode="json"),
        "instruction": brief.instruction,
        "findings": findings or [],
        "neighbours": [near.model_dump() for near in brief.neighbours],
    }
    return fenced("json", json.dumps(told, ensure_ascii=False, indent=1))


def _scene(brief: ComponentBrief) -> dict[str, JsonValue]:
    scene = brief.scene
    return {
        "id": scene.id,
        "name": scene.name,
        "description": scene.description,
        "duration_seconds": round(scene.duration_frames / brief.video.fps, 3),
        "duration_frames": scene.duration_frames,
        "number": brief.number,
        "of": brief.of,
        "props": dict(scene.props),
    }
