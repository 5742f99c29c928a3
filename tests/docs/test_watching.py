"""docs/watching.md names the figures that there are."""

import re
from pathlib import Path

from actors.runtime import ActorSystem
from app.telemetry.metrics import Metrics, Sources

PAGE = (Path(__file__).parents[2] / "docs" / "watching.md").read_text(encoding="utf-8")


def test_every_figure_is_documented_and_every_documented_figure_is_there() -> None:
    text = Metrics(Sources(list, ActorSystem().statistics, lambda: 0)).text().decode()
    there = set(re.findall(r"^# TYPE (bazaar_\w+)", text, re.MULTILINE))
    told = set(re.findall(r"^\| `(bazaar_\w+)", PAGE, re.MULTILINE))
    assert {name for name in there if not name.endswith("_created")} == told
