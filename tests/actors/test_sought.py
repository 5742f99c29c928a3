import pytest

from actors.runtime import Span
from actors.sought import ASKED, sought

SPAN = Span(
    7,
    None,
    "job_1",
    "Perform build 0",
    "job_1",
    1,
    "orchestrator",
    "build_worker",
    "build_worker/1",
    1,
    0,
    0,
    1,
    "handled",
)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"actor": "build_worker"},
        {"actor": "build_worker/1"},
        {"actor": "orchestrator"},
        {"type": "perform"},
        {"job": "job_1", "trace": "job_1"},
        {"text": "BUILD 0"},
        {"outcome": "handled", "span": "7", "spans": "1"},
        {"text": ""},
    ],
)
def test_finds_it(asked: dict[str, str]) -> None:
    assert sought(asked)(SPAN)


@pytest.mark.parametrize("name", ASKED)
def test_does_not_find_another(name: str) -> None:
    assert not sought({name: "another"})(SPAN)
