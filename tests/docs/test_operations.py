"""docs/operations.md says how long each class is kept, and which words there are."""

import re
from pathlib import Path

from app.cli import COMMANDS
from storage.retention.policy import CLASSES, DAY_S, MIB, Policy

PAGE = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")


def test_every_class_is_told_with_its_limits() -> None:
    told = re.findall(r"^\| `(\w+)` \| [^|]+ \| (\d+) days, (\d+) MB \|$", PAGE, re.MULTILINE)
    policy = Policy()
    limits = [(kind, policy.of(kind).age_s, policy.of(kind).size_bytes) for kind in CLASSES]
    assert [(kind, int(days) * DAY_S, int(size) * MIB) for kind, days, size in told] == limits


def test_the_example_of_the_setting_can_be_followed() -> None:
    [example] = re.findall(r'BAZAAR_KEEP="([^"]+)"', PAGE)
    assert Policy.parse(example) != Policy()


def test_every_word_that_it_names_is_there() -> None:
    assert set(re.findall(r"run\.py (\w+)", PAGE)) <= set(COMMANDS)
