"""Whatever is there is listed: a file that nobody lists is written in vain, and no other test would say so."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType

import app.cli
import benchmarks
import drills
import pipeline.commands
import pipeline.events
import pipeline.tools
from actors.orchestrator.dispatch import PERFORMERS
from pipeline.commands import Publish
from pipeline.events import EVENTS, UPDATES
from pipeline.events.event import Told
from pipeline.flow import Command
from pipeline.stages import STAGES
from pipeline.tools import TOOLS
from pipeline.tools.tool import Tool
from storage.codec import REPLIES

_ROOT = Path(__file__).parents[1]
_STEP_NAME = re.compile(r'\bstep\(\s*"(\w+)"')


def test_every_tool_is_listed() -> None:
    assert _defined_in(pipeline.tools, Tool) == set(TOOLS.values()), "list it in pipeline/tools/__init__.py"


def test_every_event_is_listed() -> None:
    assert _defined_in(pipeline.events, Told) == {*EVENTS, *UPDATES}, "list it in pipeline/events/__init__.py"


def test_every_command_has_a_performer_and_a_reply_that_can_be_stored() -> None:
    commands = _final(_defined_by(pipeline.commands, Command))
    assert commands - {Publish} == set(PERFORMERS), "list it in actors/orchestrator/dispatch.py"
    replies = {command.reply_type for command in commands if issubclass(command, Command)}
    assert replies == set(REPLIES.values()), "list its reply in storage/codec.py"


def test_every_step_of_a_component_has_its_stage() -> None:
    asked = {name for file in _steps_of_the_component_flow() for name in _STEP_NAME.findall(file.read_text())}
    assert asked == set(STAGES), "list it in pipeline/stages.py"


def test_every_word_of_the_command_line_is_listed() -> None:
    there = {module.run for module in _modules(app.cli) if hasattr(module, "arguments") and hasattr(module, "run")}
    assert there == {run for _, run, _ in app.cli.COMMANDS.values()}, "list it in app/cli/__init__.py"


def test_every_benchmark_and_every_drill_is_listed() -> None:
    assert _runnable(benchmarks) == set(benchmarks.BENCHMARKS), "list it in benchmarks/__init__.py"
    assert _runnable(drills) == set(drills.DRILLS), "list it in drills/__init__.py"


def _runnable(package: ModuleType) -> set[str]:
    return {module.__name__.rpartition(".")[2] for module in _modules(package) if hasattr(module, "run")}


def _modules(package: ModuleType) -> list[ModuleType]:
    return [
        importlib.import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__)
    ]


def _defined_in(package: ModuleType, kind: type) -> set[type]:
    return _final({one for module in _modules(package) for one in _defined_by(module, kind)})


def _final(classes: set[type]) -> set[type]:
    """Those that no other of them builds on."""
    return {one for one in classes if not any(other is not one and issubclass(other, one) for other in classes)}


def _defined_by(module: ModuleType, kind: type) -> set[type]:
    mine = (thing for thing in vars(module).values() if getattr(thing, "__module__", None) == module.__name__)
    return {thing for thing in mine if isinstance(thing, type) and issubclass(thing, kind)}


def _steps_of_the_component_flow() -> list[Path]:
    tree = ast.parse((_ROOT / "pipeline" / "flows" / "component.py").read_text())
    imported = (node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom))
    return [_ROOT / f"{name.replace('.', '/')}.py" for name in imported if ".steps." in name]
