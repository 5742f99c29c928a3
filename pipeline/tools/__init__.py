"""The tools of a turn: one file each, and a line here."""

import json

from pydantic import ValidationError

from pipeline.chat import ToolCall
from pipeline.errors import ChangeRefusedError, ToolArgumentsError, UnknownToolError, in_words
from pipeline.project import Project
from pipeline.tools.apply_patch import ApplyPatch
from pipeline.tools.edit_component import EditComponent
from pipeline.tools.find_asset import FindAsset
from pipeline.tools.generate_component import GenerateComponent
from pipeline.tools.list_components import ListComponents
from pipeline.tools.move_scene import MoveScene
from pipeline.tools.plan_scenes import PlanScenes
from pipeline.tools.read_component import ReadComponent
from pipeline.tools.remove_scene import RemoveScene
from pipeline.tools.set_project import SetProject
from pipeline.tools.set_theme import SetTheme
from pipeline.tools.tool import Desk, Outcome, Tool
from pipeline.tools.update_scene import UpdateScene

TOOLS: dict[str, type[Tool]] = {
    tool.tool_name(): tool
    for tool in (
        PlanScenes,
        GenerateComponent,
        EditComponent,
        UpdateScene,
        RemoveScene,
        MoveScene,
        SetProject,
        SetTheme,
        ApplyPatch,
        ListComponents,
        ReadComponent,
        FindAsset,
    )
}

SPECS = tuple(tool.spec() for tool in TOOLS.values())


def carry_out(call: ToolCall, project: Project, seed: str) -> Outcome:
    """What the call intends. Raises ToolArgumentsError or ChangeRefusedError with a sentence for the model."""
    tool = TOOLS.get(call.name)
    if tool is None:
        message = f"{call.name} is not a tool; there are {', '.join(TOOLS)}"
        raise UnknownToolError(message)
    try:
        return _validated(tool, call.arguments).run(Desk(project, seed))
    except ValidationError as error:
        message = f"what {call.name} would change does not fit the project: {in_words(error)}"
        raise ChangeRefusedError(message) from error


def _validated(tool: type[Tool], arguments: str) -> Tool:
    try:
        return tool.model_validate(json.loads(arguments or "{}"))
    except ValidationError as error:
        message = f"the arguments of {tool.tool_name()} do not fit: {in_words(error)}"
        raise ToolArgumentsError(message) from error
    except (ValueError, RecursionError) as error:
        raise ToolArgumentsError(_no_json(tool, arguments, error)) from error


def _no_json(tool: type[Tool], arguments: str, error: Exception) -> str:
    """What is wrong, in words; an answer that was cut off in the middle of a call is the usual reason."""
    if isinstance(error, json.JSONDecodeError) and error.pos >= len(arguments.rstrip()):
        said = f"end in the middle, after {len(arguments):,} characters; make the call again, shorter if it was long"
    else:
        said = f"are not JSON ({error}); send one JSON object"
    return f"the arguments of {tool.tool_name()} {said}"
