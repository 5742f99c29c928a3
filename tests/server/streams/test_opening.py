import pytest

from pipeline.events.wire import Cursor
from pipeline.ids import JobId, ProjectId
from server.streams.channel import Channel
from server.streams.opening import fitting, opening, page_after, usable
from server.streams.view import WHOLE, OneJob
from storage.errors import NotFoundError
from storage.stored import EventPage, FramePage, Place
from tests.server.living import JOB, PROJECT, Site

pytestmark = pytest.mark.anyio

PLACE = Place("e", horizon=3, last_seq=7)


@pytest.mark.parametrize("seq", [3, 4, 7])
def test_a_cursor_of_this_history_is_usable_from_the_horizon_to_the_last_event(seq: int) -> None:
    assert usable(Cursor("e", seq), PLACE) == Cursor("e", seq)


@pytest.mark.parametrize("asked", [Cursor("e", 2), Cursor("e", 8), Cursor("f", 5), None])
def test_any_other_is_not(asked: Cursor | None) -> None:
    assert usable(asked, PLACE) is None


async def test_without_a_cursor_a_client_begins_with_the_whole_state(site: Site) -> None:
    site.begin()
    begun = await opening(site.reader, Channel(PROJECT), None, WHOLE)
    assert (begun.cursor, begun.page) == (Cursor(site.journal.epoch, 0), None)
    assert begun.snapshot
    assert begun.snapshot.seq == 3


async def test_with_one_it_begins_with_what_it_missed(site: Site) -> None:
    site.begin()
    had = Cursor(site.journal.epoch, 2)
    begun = await opening(site.reader, Channel(PROJECT), had, WHOLE)
    assert (begun.cursor, begun.snapshot) == (had, None)
    assert isinstance(begun.page, FramePage)
    assert begun.page.upto == 3


async def test_there_is_no_stream_of_an_unknown_project(site: Site) -> None:
    with pytest.raises(NotFoundError):
        await opening(site.reader, Channel(ProjectId("x")), None, WHOLE)


async def test_a_page_is_bytes_where_all_share_them_and_rows_where_not(site: Site) -> None:
    site.begin()
    assert isinstance(page_after(site.reader, PROJECT, 0, WHOLE), FramePage)
    rows = page_after(site.reader, PROJECT, 0, OneJob(JOB))
    assert isinstance(rows, EventPage)
    assert page_after(site.reader, PROJECT, 0, OneJob(JobId("other"))) == rows._replace(rows=(), upto=3)


def test_pages_have_as_many_rows_as_one_write_may_take() -> None:
    assert fitting(256, 64 * 1024) == 512
    assert fitting(512, 128 * 1024) == 1024
    assert fitting(1024, 256 * 1024) == 1024
    assert fitting(256, 16 * 1024 * 1024) == 16
    assert fitting(0, 0) == 512
