"""The examples of docs/adding.md, run as they stand."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.changes import MoveScene
from pipeline.commands import AskModel
from pipeline.tools.tool import Desk
from pipeline.value import Value
from tests.pipeline.play import a_brief, a_project, answer, play

PAGE = Path(__file__).parents[2] / "docs" / "adding.md"
EXAMPLE = re.compile(r"<!-- (?P<file>\S+\.py) -->\n```python\n(?P<code>.*?)```", re.DOTALL)
EXAMPLES = {found["file"]: found["code"] for found in EXAMPLE.finditer(PAGE.read_text(encoding="utf-8"))}


def module(file: str) -> ModuleType:
    made = ModuleType(file.removesuffix(".py").replace("/", "."))
    exec(compile(EXAMPLES[file], file, "exec"), made.__dict__)  # noqa: S102  # our own page
    return made


def test_the_tool_intends_what_it_says() -> None:
    tool = module("pipeline/tools/reverse_scenes.py").ReverseScenes
    assert tool.spec().name == "reverse_scenes"
    changes = tool().run(Desk(a_project(3), "seed")).changes
    assert changes == tuple(MoveScene(scene=scene.id, position=0) for scene in a_project(3).scenes[1:])


def test_the_event_is_named_after_its_class() -> None:
    event = module("pipeline/events/locking.py").SceneLocked
    assert event.wire_name() == "scene.locked"


def test_the_step_asks_the_model_under_its_name() -> None:
    caption = module("pipeline/flows/steps/caption.py").caption

    async def flow() -> Value:
        return answer(await caption(a_brief()))

    run, _ = play(flow(), [(AskModel, answer(" A title. "))])
    assert run.result == answer("A title.")


def test_the_benchmark_says_its_figure() -> None:
    (figure,) = module("benchmarks/digest.py").run(quick=True)
    assert figure.as_json()["unit"] == "us"


@pytest.mark.parametrize("link", re.findall(r"\]\((\.\./[^)#]+)\)", PAGE.read_text(encoding="utf-8")))
def test_every_file_that_the_page_names_is_there(link: str) -> None:
    assert (PAGE.parent / link).resolve().exists()
