import pytest

from pipeline.project import Video
from server.writing import write
from storage.entries import CreateProject
from tests.server.living import PROJECT, Site

pytestmark = pytest.mark.anyio


async def test_an_answer_that_is_none_is_our_mistake(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async def odd(message: object, *, timeout_s: float) -> object:
        return (message, timeout_s)

    monkeypatch.setattr(site.journal, "ask_async", odd)
    with pytest.raises(TypeError, match="answers with Written"):
        await write(site.handles, CreateProject(PROJECT, Video()))
