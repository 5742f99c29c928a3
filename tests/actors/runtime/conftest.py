from collections.abc import Iterator

import pytest

from tests.actors.runtime.stage import Clock, Play


@pytest.fixture
def play() -> Iterator[Play]:
    scene = Play()
    yield scene
    scene.close()


@pytest.fixture
def timed() -> Iterator[Play]:
    """The same with a clock that stands still until it is advanced."""
    scene = Play(Clock())
    yield scene
    scene.close()
