from pipeline.ids import ProjectId
from server.streams.pages import Pages, aligned
from storage.stored import FramePage, Place
from tests.server.streams.made import PROJECT


def page(upto: int, *, last: int = 100, size: int = 10) -> FramePage:
    return FramePage(Place("e", 0, last), b"x" * size, upto)


def test_a_whole_page_that_more_follows_is_found_again() -> None:
    pages = Pages()
    pages.keep(PROJECT, 0, 8, page(8))
    assert pages.find(PROJECT, 0, 8) == page(8)
    assert pages.find(PROJECT, 8, 8) is None
    assert pages.find(ProjectId("other"), 0, 8) is None


def test_the_end_of_a_history_is_not_kept_for_it_grows() -> None:
    pages = Pages()
    pages.keep(PROJECT, 0, 8, page(7))
    pages.keep(PROJECT, 92, 8, page(100))
    assert pages.find(PROJECT, 0, 8) is pages.find(PROJECT, 92, 8) is None


def test_what_was_not_used_for_longest_makes_room() -> None:
    pages = Pages(most_bytes=25)
    pages.keep(PROJECT, 0, 8, page(8))
    pages.keep(PROJECT, 8, 8, page(16))
    pages.find(PROJECT, 0, 8)
    pages.keep(PROJECT, 16, 8, page(24))
    assert [pages.find(PROJECT, seq, 8) is not None for seq in (0, 8, 16)] == [True, False, True]


def test_pages_end_where_those_of_others_do() -> None:
    assert [aligned(seq, 256) for seq in (0, 1, 255, 256)] == [256, 255, 1, 256]
    assert aligned(0, 300) == 256
    assert aligned(5, 16) == 11
