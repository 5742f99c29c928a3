import re
from pathlib import Path

import pytest

from actors.gates.codes import CODES, finding
from pipeline.findings import Severity

ROOT = Path(__file__).parents[3]
ROW = re.compile(r"^\| `(?P<code>[\w.-]+)` \| (?P<severity>\w+) \| (?P<meaning>.+) \| (?P<hint>.+) \|$", re.MULTILINE)


def test_every_code_is_documented_as_it_is() -> None:
    rows = [row.groups() for row in ROW.finditer((ROOT / "docs" / "findings.md").read_text())]
    known = [(code, known.severity.value, known.meaning, known.hint) for code, known in CODES.items()]
    assert rows == known, "docs/findings.md must list each code with severity, meaning and hint, in this order"


def test_every_code_of_the_render_check_is_known() -> None:
    sources = (ROOT / "web" / "jail" / "src").rglob("*.ts")
    said = {code for source in sources for code in re.findall(r'"(render\.[a-z-]+)"', source.read_text())}
    assert said
    assert said <= set(CODES)


def test_a_finding_takes_severity_and_hint_from_its_code() -> None:
    found = finding("render.static", "all the same")
    assert (found.severity, found.hint) == (Severity.WARNING, CODES["render.static"].hint)
    assert finding("syntax.invalid", "no", line=3, hint="better").hint == "better"


def test_an_unknown_code_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        finding("render.odd", "?")
