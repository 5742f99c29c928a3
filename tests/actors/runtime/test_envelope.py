from dataclasses import dataclass
from typing import Any

import pytest

from actors.runtime.envelope import Envelope
from actors.runtime.reply import Reply


@dataclass(frozen=True)
class Work:
    job: str
    trace: str


def envelope(message: object, reply: "Reply[Any] | None" = None) -> Envelope:
    return Envelope(1, message, "sender", 0.0, 1, reply_to=reply)


def test_names_the_message_its_job_and_its_trace() -> None:
    work = envelope(Work("j1", "t1"))
    assert (work.label, work.job, work.trace) == ("Work", "j1", "t1")


def test_a_message_need_not_belong_to_a_job() -> None:
    assert envelope("text").job is None


def test_answers_an_ask_once() -> None:
    reply: Reply[object] = Reply()
    ask = envelope("?", reply)
    assert (ask.wants_reply, ask.answered) == (True, False)
    ask.reply("!")
    ask.fail(ValueError())
    assert (ask.wants_reply, ask.answered, reply.get(timeout=0)) == (False, True, "!")


def test_fails_an_ask() -> None:
    reply: Reply[object] = Reply()
    envelope("?", reply).fail(ValueError("no"))
    with pytest.raises(ValueError, match="no"):
        reply.get(timeout=0)


def test_a_tell_takes_no_answer() -> None:
    tell = envelope("so")
    tell.reply(1)
    tell.fail(ValueError())
    assert (tell.wants_reply, tell.answered) == (False, False)
