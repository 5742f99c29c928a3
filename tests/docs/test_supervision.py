"""Each rule of docs/supervision.md points at a test that is there."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "supervision.md"
POINTER = re.compile(r"((?:`test_\w+`(?:,\s+)?)+)\s+in\s+\[test_\w+\]\(([^)]+)\)")
ROW = re.compile(r"^\|(?!---)(?! rule).*\|$", re.MULTILINE)


def test_every_rule_points_at_a_test_that_is_there() -> None:
    page = PAGE.read_text(encoding="utf-8")
    missing = [
        name
        for names, file in POINTER.findall(page)
        for name in re.findall(r"test_\w+", names)
        if not re.search(rf"\b{name}\b", (PAGE.parent / file).read_text(encoding="utf-8"))
    ]
    assert not missing, "the page names a test by its name; write it, or name the one that shows it"
    assert all(POINTER.search(row) for row in ROW.findall(page)), "each row names its test"
