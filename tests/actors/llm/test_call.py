"""What is noted of each call: what it took, how it ended, and what was said."""

import json

from pipeline.chat import ChatMessage
from pipeline.ids import Sha256
from tests.actors.llm.desk import KEY, Desk, ask
from tests.actors.llm.faulty import chunk, encoded, raw, refuses, says, stalls
from tests.actors.llm.test_images import PNG


def test_an_answered_call_is_noted_with_what_it_took(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.open()
    desk.ask()
    answer, call = desk.answered(), desk.note()
    assert (call.key.step, call.role, call.model, call.provider) == ("ask", "plan", "m-plan", "Acme")
    assert (call.outcome, call.usage, call.cost_usd) == ("answered", answer.usage, None)
    assert call.ttft_ms == answer.ttft_ms


def test_a_call_is_noted_before_its_outcome_is_told(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.open()
    desk.ask()
    desk.answered()
    assert not desk.noted.empty()


def test_a_cut_answer_is_noted_with_an_estimate(desk: Desk) -> None:
    desk.server.script = raw(encoded(chunk("x" * 34)))
    desk.open()
    desk.ask()
    desk.failed()
    call = desk.note()
    assert (call.outcome, call.usage.tokens_out, call.usage.estimated) == ("model.cut", 10, True)


def test_a_refused_question_cost_nothing(desk: Desk) -> None:
    desk.server.script = refuses(401, {"error": {"message": "no"}})
    desk.open()
    desk.ask()
    desk.failed()
    call = desk.note()
    assert (call.outcome, call.usage.tokens_in, call.usage.tokens_out) == ("model.bad-key", 0, 0)


def test_a_stopped_call_is_noted_with_what_came_of_it(desk: Desk) -> None:
    desk.server.script = stalls
    desk.open()
    work = desk.ask()
    desk.live.get(timeout=30.0)
    desk.drop(work)
    call = desk.note()
    assert (call.outcome, call.usage.tokens_out, call.usage.estimated) == ("cancelled", 1, True)


def test_both_sides_are_kept_without_the_key(desk: Desk) -> None:
    desk.server.script = says(f"I know {KEY}!")
    desk.open()
    desk.ask(ask(messages=(ChatMessage(role="user", content=f"my key is {KEY}"),)))
    desk.answered()
    call = desk.note()
    assert call.request
    assert call.response
    asked, said = (json.loads(desk.shelf.kept[name]) for name in (call.request, call.response))
    assert asked["messages"] == [{"role": "user", "content": "my key is [key]"}]
    assert (said["text"], said["usage"]["tokens_out"]) == ("I know [key]!", 7)
    assert not [name for name, content in desk.shelf.kept.items() if KEY.encode() in content]


def test_a_failure_names_its_transcript(desk: Desk) -> None:
    desk.server.script = raw(encoded(chunk("Half an ans")))
    desk.open()
    desk.ask()
    transcript = desk.failed().error.transcript
    assert transcript
    said = json.loads(desk.shelf.kept[transcript])
    assert (said["text"], said["error"]["code"]) == ("Half an ans", "model.cut")


def test_a_full_disk_costs_nobody_an_answer(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.shelf.is_full = True
    desk.open()
    desk.ask()
    assert desk.answered().text == "Hello"
    call = desk.note()
    assert (call.request, call.response) == (None, None)


def test_while_the_books_cannot_be_read_the_question_waits_and_no_attempt_fails(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.shelf.silent = 2
    desk.open()
    desk.ask()
    assert desk.answered().text == "Hello"
    assert (desk.shelf.silent, desk.note().outcome, desk.noted.empty()) == (0, "answered", True)


def test_an_attached_image_is_shown_and_not_kept_twice(desk: Desk) -> None:
    desk.server.script = says("I see")
    picture = Sha256("a" * 64)
    desk.shelf.kept[picture] = PNG * 100
    desk.open()
    desk.ask(ask(messages=(ChatMessage(role="user", content="like this", images=(picture,)),)))
    desk.answered()
    [_, image] = desk.called().asked["messages"][0]["content"]
    assert image["image_url"]["url"].startswith("data:image/png;base64,")
    request = desk.note().request
    assert request
    assert len(desk.shelf.kept[request]) < 1000


def test_a_model_that_cannot_see_is_told_that_there_is_an_image(desk: Desk) -> None:
    desk.server.script = says("I see")
    picture = Sha256("a" * 64)
    desk.shelf.kept[picture] = PNG
    desk.open(lacks=frozenset({"images"}))
    desk.ask(ask(messages=(ChatMessage(role="user", content="like this", images=(picture,)),)))
    desk.answered()
    assert desk.called().asked["messages"][0]["content"] == "like this\n\n[Images attached that you cannot see: 1]"
