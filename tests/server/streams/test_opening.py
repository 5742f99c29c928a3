import pytest

from pipeline.events.wire import Cursor
from pipeline.ids import ProjectId
from server.streams.opening import Opening, opening, usable
from storage.errors import NotFoundError
from tests.server.living import PROJECT, Site

pytestmark = pytest.mark.anyio


def test_a_cursor_of_this_history_is_usable_up_to_its_last_event() -> None:
    assert usable("e.0", "e", 0) == Cursor("e", 0)
    assert usable("e.7", "e", 7) == Cursor("e", 7)


@pytest.mark.parametrize("asked", ["e.8", "f.1", "e", "", None, "e.x", "e.-1", "e.9999999999999999999999"])
def test_any_other_is_not(asked: str | None) -> None:
    assert usable(asked, "e", 7) is None


async def test_without_a_cursor_a_client_stands_before_everything(site: Site) -> None:
    site.begin()
    assert await opening(site.handles, PROJECT, None) == Opening(PROJECT, site.journal.epoch, None)


async def test_there_is_no_stream_of_an_unknown_project(site: Site) -> None:
    with pytest.raises(NotFoundError):
        await opening(site.handles, ProjectId("x"), None)
