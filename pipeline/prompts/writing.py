"""What the author of a component is told, and the source in what it answers."""

import re
from collections.abc import Iterator

from pydantic import JsonValue

from pipeline.chat import ChatMessage
from pipeline.findings import Finding, Verdict
from pipeline.jobs import ComponentBrief
from pipeline.mending import Approach
from pipeline.prompts.template import Template, as_json, fenced
from pipeline.prompts.worked import examples_for

_WRITE, _EDIT = Template("write"), Template("edit")
_REPAIR, _SIMPLER = Template("repair"), Template("simpler")
_CONTRACT = Template("component").filled(design=Template("design").filled(), motion=Template("motion").filled())
_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,})[ \t]*(?P<language>[\w-]*)[ \t]*")
_STARTS_AS_CODE = re.compile(r"\s*(?:import|export|const|//|/\*)")


def write_prompt(brief: ComponentBrief) -> tuple[ChatMessage, ...]:
    """What to say to have a component written, or the current source changed."""
    if brief.source is None:
        examples = "\n\n".join(example.text for example in examples_for(_kind(brief)))
        return (_contract(), _said(_WRITE.filled(examples=examples, brief=_block(brief, "write"))))
    block = _block(brief, "edit", findings=[_found(finding, brief.source) for finding in brief.warnings])
    return (_contract(), _said(_EDIT.filled(brief=block, source=fenced("tsx", brief.source))))


def repair_prompt(
    brief: ComponentBrief, source: str, verdict: Verdict, approach: Approach = Approach.THIS
) -> tuple[ChatMessage, ...]:
    """What to say to have the findings mended, or avoided by writing it simpler."""
    block = _block(brief, "repair", findings=[_found(finding, source) for finding in approach.told(verdict)])
    template = _SIMPLER if approach is Approach.SIMPLER else _REPAIR
    return (_contract(), _said(template.filled(brief=block, source=fenced("tsx", source))))


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
        "video": {**brief.video.model_dump(mode="json", exclude_none=True), "type_sizes": brief.video.type_sizes},
        "instruction": brief.instruction,
        "findings": findings or [],
        "files": list(_files(brief)),
        "neighbours": [near.model_dump() for near in brief.neighbours],
    }
    return as_json(told)


_MOST_FILES = 40


def _files(brief: ComponentBrief) -> Iterator[str]:
    """Those that the scene speaks of, else some of all: a component draws a file by exactly this name."""
    said = f"{brief.scene.description} {brief.instruction or ''}".lower()
    spoken_of = [name for name in brief.assets if name.lower() in said]
    yield from (spoken_of or brief.assets)[:_MOST_FILES]


def _kind(brief: ComponentBrief) -> str:
    """The words that tell which kind of scene it is; the first one opens, the last one closes."""
    place = "opening title" if brief.number == 1 else "closing" if brief.number == brief.of else ""
    return f"{brief.scene.name} {brief.scene.description} {place}"


def _found(finding: Finding, source: str) -> dict[str, JsonValue]:
    """A finding with the line that it speaks of."""
    lines = source.splitlines()
    told = finding.model_dump(mode="json", exclude_none=True, exclude={"excerpt"})
    if finding.line and 0 < finding.line <= len(lines):
        told["at"] = lines[finding.line - 1].strip()[:200]
    return told


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
