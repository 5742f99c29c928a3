"""The last words of a turn, from what its tool calls came to."""

import json
from collections import Counter

from pydantic import ValidationError

from composer.wire import Message

_SAID = {
    "plan_scenes": "{scenes} planned; the components are being made now; a scene plays once it has passed its checks.",
    "generate_component": "{count} being written anew; what was shown stays until the new one has passed its checks.",
    "edit_component": "{count} being changed; what was shown stays until the new one has passed its checks.",
    "update_scene": "{count} updated.",
    "remove_scene": "{count} removed.",
    "move_scene": "The order is changed.",
    "set_project": "The settings of the video are changed.",
    "set_theme": "The look of the video is chosen; scenes that are made from now on follow it.",
    "apply_patch": "The project is changed.",
    "read_component": "I have read the component.",
}
_LONGEST_ERROR = 300


def closing_text(messages: list[Message]) -> str:
    """Tell what was started and changed and what did not work; never that a component is finished."""
    results, asked = _round(messages)
    done: Counter[str] = Counter()
    scenes = 0
    errors: list[str] = []
    for result in results:
        call = asked.get(result.tool_call_id or "")
        if problem := _problem(result.text()):
            errors.append(f"This did not work: {problem}")
        elif call:
            done[call[0]] += 1
            scenes += call[1]
    sentences = [_sentence(name, count, scenes) for name, count in done.items()]
    return " ".join([*sentences, *dict.fromkeys(errors)]) or "Nothing was changed."


def _round(messages: list[Message]) -> tuple[list[Message], dict[str, tuple[str, int]]]:
    """Return the last results and, by id, the name of each call and how many scenes it planned."""
    results: list[Message] = []
    for message in reversed(messages):
        if message.role != "tool":
            calls = message.tool_calls or []
            return results[::-1], {call.id: (call.function.name, _planned(call.function.arguments)) for call in calls}
        results.append(message)
    return results[::-1], {}


def _planned(arguments: str) -> int:
    try:
        scenes = json.loads(arguments).get("scenes", [])
    except (ValueError, AttributeError, ValidationError):
        return 0
    return len(scenes) if isinstance(scenes, list) else 0


def _problem(content: str) -> str | None:
    """Return what a refused call says: an error in JSON, or a sentence that starts in lower case, as errors do."""
    text = " ".join(content.split())
    if text.startswith("{"):
        try:
            error = json.loads(text).get("error")
        except ValueError:
            return None
        return str(error)[:_LONGEST_ERROR] if error else None
    is_error = text.lower().startswith("error") or text[:1].islower()
    return text[:_LONGEST_ERROR] if is_error else None


def _sentence(name: str, count: int, scenes: int) -> str:
    template = _SAID.get(name, "Done: {count}.")
    return template.format(count=_counted(count), scenes=_counted(scenes))


def _counted(count: int) -> str:
    return "One scene is" if count == 1 else f"{count} scenes are"
