"""The examples of docs/adding.md, run as they stand."""

import argparse
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
LINES = re.findall(r"`([A-Z]+)` (?:in|of)\s+\[?`([\w/]+\.py)`", PAGE.read_text(encoding="utf-8"))
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


def test_the_drill_says_what_held() -> None:
    (invariant,) = module("drills/forgetting.py").run(seed=1, times=5)
    assert (invariant.held, invariant.counted) == (True, "5 left")


def test_the_word_takes_its_arguments_and_prints(capsys: pytest.CaptureFixture[str]) -> None:
    word = module("app/cli/tools.py")
    parser = argparse.ArgumentParser()
    word.arguments(parser)
    assert word.run(parser.parse_args([])) == 0
    assert "plan_scenes" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(("name", "file"), LINES)
def test_every_list_that_the_page_names_is_where_it_says(name: str, file: str) -> None:
    assert re.search(rf"^{name}\b.*=", (PAGE.parents[1] / file).read_text(encoding="utf-8"), re.MULTILINE)
