import json
from pathlib import Path

import pytest

from app.setup.places import here
from drills.motion import NoAnswerError, asked, compared

# A package of the same name, that knows little: what is asked of it is refused, or answered wrong.
PACKAGE = """
exports.Easing = { linear: (t) => t };
exports.measureSpring = () => 12345;
"""


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    folder = tmp_path / "node_modules" / "remotion"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text('{"name": "remotion", "version": "0.0.1"}')
    (folder / "index.js").write_text(PACKAGE)
    return tmp_path


def test_what_a_package_answers_is_written_down_and_held_against_ours(packages: Path) -> None:
    recorded = asked(here(), "functions", packages, seed=5, times=200)
    about, *answers = map(json.loads, recorded.splitlines())
    assert about == {"part": "functions", "version": "0.0.1", "seed": 5, "times": 200}
    assert {answer for kind, _, answer in answers if kind == "spring"} == {"refused"}
    told = compared(here(), recorded)
    assert told["measureSpring"]["asked"] == len(told["measureSpring"]["different"]) == 20


def test_the_same_seed_asks_the_same(packages: Path) -> None:
    one, same, other = (asked(here(), "functions", packages, seed=seed, times=50) for seed in (1, 1, 2))
    assert one == same != other


def test_a_package_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoAnswerError, match=r"record\.mjs failed"):
        asked(here(), "functions", tmp_path, seed=1, times=10)
