"""What the prompts show as made well passes the gates itself, in every shape of video."""

import re

import pytest

from actors.gates.gates import Gates
from pipeline.commands import RenderCheck
from pipeline.ids import Sha256
from pipeline.project import Video
from pipeline.prompts.worked import EXAMPLES, Example

_FENCED = re.compile(r"```tsx\n(.*)```", re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_worked_example_passes_without_a_finding(gates: Gates, example: Example) -> None:
    found = _FENCED.search(example.text)
    assert found
    verdict, bundle = gates.build(found[1])
    assert bundle is not None, verdict.findings
    tall = RenderCheck(bundle=Sha256("0" * 64), video=Video(width=1080, height=1920, fps=60), duration_frames=200)
    drawn = gates.render(bundle, tall)
    assert (drawn.accepted, (*verdict.findings, *drawn.findings)) == (True, ())
