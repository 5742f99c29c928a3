import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from actors.gates.errors import GateUnavailableError
from actors.gates.frames import sampled
from actors.gates.hand import Hand
from actors.gates.limits import Limits
from actors.gates.render import Renderer
from pipeline.commands import RenderCheck

READY = "print('{}', flush=True)\nrequest = json.loads(input())\n"
ACCEPTED = {"accepted": True, "findings": [], "frames": [{"frame": 3, "digest": "d", "length": 5}], "ms": 1.5}
BORN = "import os, sys, json\nopen(os.path.join(sys.argv[1], str(os.getpid())), 'w').close()\n"
PATIENT = Limits(render_s=30)
HASTY = Limits(render_s=0.2)
NARROW = Limits(render_s=30, output_bytes=50_000)
StartRenderer = Callable[..., Renderer]


def answering(answer: object) -> str:
    return READY + f"print({json.dumps(answer)!r})"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[StartRenderer]:
    """Starts renderers whose check is a few lines of Python that leaves its process id in tmp_path."""
    started: list[Renderer] = []

    def start_renderer(code: str, limits: Limits = PATIENT) -> Renderer:
        argv = [sys.executable, "-I", "-S", "-c", BORN + code, str(tmp_path)]
        started.append(Renderer(argv, limits, Hand(), None))
        return started[-1]

    yield start_renderer
    for renderer in started:
        renderer.close()
    for born in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(born.name), 0)


def rejection(renderer: Renderer, command: RenderCheck) -> tuple[str, str]:
    verdict = renderer.render(b"", command)
    assert not verdict.accepted
    (found,) = verdict.findings
    return found.code, found.message


def test_the_check_is_asked_for_the_sampled_frames_of_the_scene(start: StartRenderer, command: RenderCheck) -> None:
    refused = READY + (
        "findings = [{'code': 'render.threw', 'severity': 'error', 'message': json.dumps(request)}]\n"
        "print(json.dumps({'accepted': False, 'findings': findings, 'frames': [], 'ms': 1}))"
    )
    _, message = rejection(start(refused), command)
    assert json.loads(message) == {
        "bundle": "",
        "props": {},
        "width": 1280,
        "height": 720,
        "fps": 30,
        "durationFrames": 90,
        "assets": ["logo.png"],
        "frames": list(sampled(90)),
        "timeoutMs": 2000,
    }


def test_the_report_tells_frames_and_time(start: StartRenderer, command: RenderCheck) -> None:
    verdict = start(answering(ACCEPTED)).render(b"", command)
    assert verdict.accepted
    assert verdict.report == {"frames": ACCEPTED["frames"], "draw_ms": 1.5}


def test_how_far_a_check_is_is_told_as_it_draws(start: StartRenderer, command: RenderCheck) -> None:
    lines = ['{"drawn": 1, "of": 2}', '{"drawn": 2, "of": 2}', json.dumps(ACCEPTED)]
    heard = list[tuple[str, int, int]]()
    renderer = start(READY + f"print({chr(10).join(lines)!r})")
    assert renderer.render(b"", command, lambda *at: heard.append(at)).accepted
    assert heard == [("render", 1, 2), ("render", 2, 2)]


def test_a_way_that_is_none_is_no_verdict(start: StartRenderer, command: RenderCheck) -> None:
    code = READY + """print('{"drawn": -1, "of": 0}')"""
    assert rejection(start(code), command)[0] == "render.crashed"


def test_each_check_has_a_child_of_its_own(start: StartRenderer, command: RenderCheck, tmp_path: Path) -> None:
    renderer = start(answering(ACCEPTED))
    assert renderer.render(b"", command).accepted
    assert renderer.render(b"", command).accepted
    assert len(list(tmp_path.iterdir())) == 2


def test_a_verdict_with_an_error_is_a_rejection_whatever_it_says(start: StartRenderer, command: RenderCheck) -> None:
    error = {"code": "render.blank", "severity": "error", "message": "x" * 5000, "frame": None, "hint": ""}
    verdict = start(answering({**ACCEPTED, "findings": [error]})).render(b"", command)
    assert not verdict.accepted
    assert len(verdict.findings[0].message) == 600, "a guest's text is kept short"
    assert verdict.findings[0].hint, "a finding without a hint gets that of its code"


@pytest.mark.parametrize(
    ("code", "limits", "expected"),
    [
        ("while True: pass", HASTY, "render.timeout"),
        ("while True: print('x' * 999, end='')", NARROW, "render.flooded"),
        ("while True: print('x' * 999, file=sys.stderr)", NARROW, "render.flooded"),
        ("print('{\"accepted\": true}')", PATIENT, "render.crashed"),
        ("print('accepted')", PATIENT, "render.crashed"),
        ("sys.exit(3)", PATIENT, "render.crashed"),
        ("sys.exit('FATAL ERROR: JavaScript heap out of memory')", PATIENT, "render.memory"),
        ("import signal; os.kill(os.getpid(), signal.SIGXCPU)", PATIENT, "render.timeout"),
    ],
)
def test_a_child_that_gives_no_verdict_is_a_rejection(
    start: StartRenderer, command: RenderCheck, code: str, limits: Limits, expected: str
) -> None:
    assert rejection(start(READY + code, limits), command)[0] == expected


def test_the_last_words_of_a_dead_child_are_kept(start: StartRenderer, command: RenderCheck) -> None:
    _, message = rejection(start(READY + "sys.exit('no\\n  luck')"), command)
    assert message == "the check died (exit code 1): no luck"


def test_a_spare_that_died_while_it_waited_is_replaced(
    start: StartRenderer, command: RenderCheck, tmp_path: Path
) -> None:
    first_dies = "if len(os.listdir(sys.argv[1])) == 1: sys.exit(1)\n"
    renderer = start(first_dies + answering(ACCEPTED))
    assert renderer.render(b"", command).accepted
    assert len(list(tmp_path.iterdir())) == 2


def test_a_check_that_never_starts_is_our_fault_not_the_components(start: StartRenderer, command: RenderCheck) -> None:
    with pytest.raises(GateUnavailableError, match="no module"):
        start("sys.exit('no module')").render(b"", command)


def test_nothing_is_started_after_close(start: StartRenderer, command: RenderCheck, tmp_path: Path) -> None:
    renderer = start(answering(ACCEPTED))
    renderer.render(b"", command)
    renderer.close()
    renderer.warm()
    assert len(list(tmp_path.iterdir())) == 1
