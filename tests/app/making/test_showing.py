from typing import Any

import pytest

from app.making.client import Heard
from app.making.following import Progress
from app.making.showing import Showing, is_published, outcome, spoken

SCENE = {"id": "s1", "name": "Title", "duration_frames": 90, "revision": "rev_1"}
UNMADE = {"id": "s2", "name": "Outro", "duration_frames": 60, "revision": None}


def progress(*, ended: dict[str, str], errors: dict[str, dict[str, Any]] | None = None) -> Progress:
    return Progress("turn", answer="Here.", jobs={"j2": "s2"}, ended=ended, errors=errors or {})


def snapshot(*scenes: dict[str, Any]) -> dict[str, Any]:
    return {"project": "p", "scenes": list(scenes)}


def test_is_published_only_when_all_is() -> None:
    done = progress(ended={"turn": "completed"})
    assert is_published(done, snapshot(SCENE))
    assert not is_published(done, snapshot(SCENE, UNMADE))
    assert not is_published(done, snapshot())
    assert not is_published(progress(ended={"turn": "completed", "j2": "failed"}), snapshot(SCENE))


def test_tells_machines_what_became_of_every_scene() -> None:
    error = {"message": "refused after 2 repairs", "findings": [{"severity": "error", "message": "no import of fs"}]}
    made = outcome(
        progress(ended={"turn": "completed", "j2": "failed"}, errors={"j2": error}), snapshot(SCENE, UNMADE), "out"
    )
    assert (made["published"], made["answer"], made["error"]) == (False, "Here.", None)
    assert [(scene["state"], scene["error"]) for scene in made["scenes"]] == [("published", None), ("failed", error)]


def test_tells_people_what_was_made_and_why_something_was_not() -> None:
    error = {"message": "refused after 2 repairs", "findings": [{"severity": "error", "message": "no import of fs"}]}
    ended = progress(ended={"turn": "completed", "j2": "failed"}, errors={"j2": error})
    assert spoken(outcome(ended, snapshot(SCENE, UNMADE), "out")).splitlines() == [
        "  1. Title: published",
        "  2. Outro: failed: refused after 2 repairs",
        "     error: no import of fs",
        "Open out/index.html",
        "Go on with: --project p",
    ]


def test_tells_people_why_the_turn_itself_failed() -> None:
    failed = progress(ended={"turn": "failed"}, errors={"turn": {"message": "the model refused the key"}})
    told = spoken(outcome(failed, snapshot(), "out")).splitlines()
    assert told == ["the model refused the key", "No scene was made.", "Go on with: --project p"]


def test_shows_the_answer_once_and_a_bar_for_each_scene(capsys: pytest.CaptureFixture[str]) -> None:
    seen = Progress("turn")
    with Showing(quiet=False) as showing:
        for heard in (
            Heard("scene.added", {"scene": {"id": "s2", "name": "Outro"}}),
            Heard("component.queued", {"job": "j2", "scene": "s2", "turn": "turn"}),
            Heard("message.complete", {"job": "turn", "content": "Two scenes it is."}),
            Heard("job.complete", {"job": "j2"}),
        ):
            seen.take(heard)
            showing(seen)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("Two scenes it is.") == 1
    assert "Outro" in told.err
    assert "completed" in told.err


def test_says_nothing_when_machines_listen(capsys: pytest.CaptureFixture[str]) -> None:
    with Showing(quiet=True) as showing:
        showing(Progress("turn", answer="Hello"))
    assert capsys.readouterr() == ("", "")


def test_what_a_model_says_is_no_command_to_the_terminal_and_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    seen = Progress(
        "turn", scenes={"s2": "Out[/]ro\x1b[31m"}, jobs={"j2": "s2"}, answer="See [/foo] \x1b]0;owned\x07 [bold]x"
    )
    with Showing(quiet=False) as showing:
        showing(seen)
    said = capsys.readouterr().err
    assert "See [/foo] ]0;owned [bold]x" in said
    assert "Out[/]ro[31m" in said
    assert "\x1b]0;" not in said


def test_the_end_commands_no_terminal_either() -> None:
    hostile = {**SCENE, "name": "Ti\x1b[2Jtle\r"}
    told = spoken(outcome(progress(ended={"turn": "completed"}), snapshot(hostile), "out"))
    assert told.splitlines()[0] == "  1. Ti[2Jtle: published"
