"""A project as a turn sees it, and a way to ask the composer as the harness does."""

import json
from collections.abc import Callable

import pytest

from composer.reply import Reply
from composer.turn.answer import turn_reply
from composer.wire import Message

Ask = Callable[..., Reply]

SCENES = (
    ("scene_a", "Title", "Title reveal: “Nimbus”."),
    ("scene_b", "Pitch", "Kinetic words: “Something new”, “is on its way”."),
    ("scene_c", "Outro", "Outro: “Nimbus” with the line “Coming soon”."),
)


def state(scenes: tuple[tuple[str, str, str], ...]) -> str:
    project = {
        "name": "Nimbus",
        "width": 1280,
        "height": 720,
        "fps": 30,
        "background": "#000080",
        "palette": ["#000080"],
    }
    listed = [
        {"id": id_, "number": number, "name": name, "description": said, "duration_seconds": 3, "state": "published"}
        for number, (id_, name, said) in enumerate(scenes, 1)
    ]
    return f"You are a director.\n\n```json\n{json.dumps({'project': project, 'scenes': listed}, indent=1)}\n```"


@pytest.fixture
def begin() -> Ask:
    """Say something to a project without scenes."""
    return lambda said: turn_reply([Message(role="system", content=state(())), Message(role="user", content=said)])


@pytest.fixture
def edit() -> Ask:
    """Say something to a project of three scenes."""
    return lambda said: turn_reply([Message(role="system", content=state(SCENES)), Message(role="user", content=said)])
