import asyncio
from typing import Any, cast

from actors.llm.gathering import Gathering
from actors.llm.telling import MOST_CHARACTERS, MOST_PIECES, WINDOW_S, Telling
from actors.messages import Live
from pipeline.commands import AskModel
from pipeline.events import JobProgress, MessageDelta
from tests.actors.llm.desk import ask


class Handle:
    """A timer that a test lets come."""

    def __init__(self, at: float, action: Any) -> None:  # noqa: ANN401
        self.at = at
        self.action = action

    def cancel(self) -> None:
        self.action = None


class Loop:
    """The part of an event loop that tells the time."""

    def __init__(self) -> None:
        self.now = 100.0
        self.timers: list[Handle] = []

    def time(self) -> float:
        return self.now

    def call_at(self, at: float, action: Any) -> Handle:  # noqa: ANN401
        self.timers.append(Handle(at, action))
        return self.timers[-1]

    def turn_to(self, now: float) -> None:
        self.now = now
        due = [timer for timer in self.timers if timer.at <= now and timer.action]
        for timer in due:
            timer.action()


class Reader:
    """Somebody who is told."""

    def __init__(self) -> None:
        self.loop, self.told = Loop(), list[tuple[int, str]]()
        self.gathering, self.percents = Gathering(0), list[int]()
        work = ask()
        assert isinstance(work.command, AskModel)
        self.telling = Telling(
            cast("asyncio.AbstractEventLoop", self.loop), work, work.command, self.gathering, self._hear
        )

    def _hear(self, live: Live) -> None:
        if isinstance(live.update, JobProgress):
            self.percents.append(live.update.percent)
            return
        assert isinstance(live.update, MessageDelta)
        self.told.append((live.update.offset, live.update.text))


def test_the_first_text_is_told_at_once_and_what_follows_in_one_window() -> None:
    reader = Reader()
    for text in ("One ", "two ", "three"):
        reader.telling.take(text)
    assert reader.told == [(0, "One ")]
    reader.loop.turn_to(100.0 + WINDOW_S)
    assert reader.told == [(0, "One "), (4, "two three")]


def test_text_that_comes_after_a_quiet_while_is_told_at_once() -> None:
    reader = Reader()
    reader.telling.take("One ")
    reader.loop.turn_to(101.0)
    reader.telling.take("two")
    assert reader.told == [(0, "One "), (4, "two")]
    assert reader.loop.timers == []


def test_many_pieces_or_much_text_is_told_before_the_window_is_over() -> None:
    reader = Reader()
    reader.telling.take("One ")
    for _ in range(MOST_PIECES):
        reader.telling.take("a")
    reader.telling.take("b" * MOST_CHARACTERS)
    assert reader.told == [(0, "One "), (4, "a" * MOST_PIECES), (4 + MOST_PIECES, "b" * MOST_CHARACTERS)]


def test_the_end_of_an_answer_is_told_without_waiting() -> None:
    reader = Reader()
    reader.telling.take("One ")
    reader.telling.take("two")
    reader.telling.flush()
    assert reader.told == [(0, "One "), (4, "two")]


def test_after_a_stop_nothing_more_is_told() -> None:
    reader = Reader()
    reader.telling.take("One ")
    reader.telling.take("two")
    reader.telling.stop()
    reader.loop.turn_to(200.0)
    assert reader.told == [(0, "One ")]


def test_no_text_is_no_news() -> None:
    reader = Reader()
    reader.telling.take("")
    assert reader.told == []


def test_all_streams_are_told_in_step() -> None:
    first, second = Reader(), Reader()
    for reader, begins in ((first, 100.0), (second, 100.01)):
        reader.loop.turn_to(begins)
        reader.telling.take("One ")
        reader.telling.take("two")
    [due], [other] = first.loop.timers, second.loop.timers
    assert due.at == other.at
    assert due.at - 100.0 <= WINDOW_S


def test_how_far_it_is_is_told_where_it_is_news_and_never_less_than_before() -> None:
    reader = Reader()
    for length in (1, 2, 300, 301, 200, 900):
        reader.gathering.length = length
        reader.telling.take("")
    assert reader.percents == sorted(set(reader.percents))
    assert reader.percents[-1] > reader.percents[0]
    assert reader.told == []
