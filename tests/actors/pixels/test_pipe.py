import json
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from actors.pixels import pipe as pipes
from actors.pixels.errors import BrowserError, BrowserGoneError, BrowserLateError
from actors.pixels.pipe import Pipe


class Browser:
    """The other end of a pipe; it answers what it is asked with what it was given."""

    def __init__(self) -> None:
        (self.asked, theirs), (ours, self.answers) = os.pipe(), os.pipe()
        self.pipe = Pipe(reading=ours, writing=theirs)
        self._answering: threading.Thread | None = None

    def answers_with(self, *messages: dict[str, Any] | bytes) -> None:
        def answer() -> None:
            os.read(self.asked, 65_536)
            with suppress(BrokenPipeError):  # whoever asked heard enough
                for message in messages:
                    data = message if isinstance(message, bytes) else json.dumps(message).encode() + b"\0"
                    os.write(self.answers, data)

        self._answering = threading.Thread(target=answer)
        self._answering.start()

    def close(self) -> None:
        """Nothing of this is left: a descriptor is soon somebody else's."""
        self.pipe.close()
        if self._answering is not None:
            self._answering.join()
        os.close(self.asked)
        os.close(self.answers)


@pytest.fixture
def browser() -> Iterator[Browser]:
    other = Browser()
    yield other
    other.close()


def test_what_is_told_meanwhile_is_heard_and_the_answer_comes_back(browser: Browser) -> None:
    told: list[str] = []
    browser.pipe.on_event = lambda event: told.append(str(event["method"]))
    browser.answers_with({"method": "Page.loaded"}, {"id": 99, "result": {}}, {"id": 1, "result": {"a": 1}})
    assert browser.pipe.call("Do.it", within_s=20) == {"a": 1}
    assert told == ["Page.loaded"]


def test_a_refusal_is_an_error_with_its_words(browser: Browser) -> None:
    browser.answers_with({"id": 1, "error": {"message": "not so"}})
    with pytest.raises(BrowserError, match=r"Do\.it: .*not so"):
        browser.pipe.call("Do.it", within_s=20)


def test_a_browser_that_takes_nothing_is_late(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipes, "_TAKEN_WITHIN_S", 0.05)
    with pytest.raises(BrowserLateError, match=r"did not take Do\.it"):
        browser.pipe.send("Do.it", {"much": "x" * 1_000_000})


def test_silence_is_told_after_a_while(browser: Browser) -> None:
    with pytest.raises(BrowserLateError, match=r"did not get to Do\.it"):
        browser.pipe.call("Do.it", within_s=0.01)


@pytest.mark.parametrize("said", [b"no json\0", b"\xff\0"])
def test_what_is_no_json_ends_it(browser: Browser, said: bytes) -> None:
    browser.answers_with(said)
    with pytest.raises(BrowserGoneError, match="no JSON"):
        browser.pipe.call("Do.it", within_s=20)


def test_a_flood_ends_it(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipes, "MOST_BYTES", 1000)
    browser.answers_with(b"x" * 5000, b"x" * 5000, b"x" * 100_000)
    with pytest.raises(BrowserGoneError, match="says too much"):
        browser.pipe.call("Do.it", within_s=20)


@pytest.mark.parametrize("said", [b"[]\0", b"{}\0", b'{"id": "1"}\0'])
def test_what_is_no_message_is_passed_over(browser: Browser, said: bytes) -> None:
    browser.answers_with(said, {"id": 1, "result": {}})
    assert browser.pipe.call("Do.it", within_s=20) == {}


def test_a_closed_pipe_is_told() -> None:
    (asked, theirs), (ours, answers) = os.pipe(), os.pipe()
    pipe = Pipe(reading=ours, writing=theirs)
    os.close(answers)
    with pytest.raises(BrowserGoneError, match="closed its pipe"):
        pipe.call("Do.it", within_s=20)
    os.close(asked)
    with pytest.raises(BrowserGoneError, match="gone"):
        pipe.call("Do.it", within_s=20)
    pipe.close()
