from pipeline.chat import ToolCall, ToolSpec
from pipeline.events import ComponentGenerateProgress, MessageDelta
from pipeline.ids import SceneId
from tests.actors.llm.desk import KEY, Desk, ask, taken
from tests.actors.llm.faulty import USAGE, Call, chunk, encoded, raw, refuses, says, stalls, usage


def fragments(index: int, *pieces: str, name: str = "plan_scenes") -> list[dict[str, object]]:
    """The chunks of one tool call: its name first, then its arguments bit by bit."""
    head = {"index": index, "id": f"call_{name}", "type": "function", "function": {"name": name, "arguments": ""}}
    rest = [{"index": index, "function": {"arguments": piece}} for piece in pieces]
    return [chunk(calls=[part]) for part in (head, *rest)]


def test_an_answer_is_what_was_streamed_with_the_usage_the_server_counted(desk: Desk) -> None:
    desk.server.script = says("Hel", "lo ", "👋")
    desk.open()
    desk.ask()
    answer = desk.answered()
    assert (answer.text, answer.finish_reason, answer.model, answer.provider) == ("Hello 👋", "stop", "m-1", "Acme")
    assert answer.usage.model_dump() == {"tokens_in": 11, "tokens_out": 7, "tokens_cached": 3, "estimated": False}
    assert answer.ttft_ms is not None
    assert answer.duration_ms >= answer.ttft_ms


def test_the_request_names_model_messages_and_tools(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.open()
    tool = ToolSpec(name="plan_scenes", description="plan", parameters={"type": "object", "properties": {}})
    desk.ask(ask(tools=(tool,)))
    call = desk.called()
    assert (call.key, call.asked["model"], call.asked["stream"]) == (KEY, "m-plan", True)
    assert call.asked["messages"] == [{"role": "user", "content": "Hello?"}]
    assert [one["function"]["name"] for one in call.asked["tools"]] == ["plan_scenes"]
    assert call.asked["stream_options"] == {"include_usage": True}
    desk.answered()


def test_tool_calls_are_put_together_from_their_fragments(desk: Desk) -> None:
    first, second = fragments(0, '{"ti', 'tle":', '"N"}'), fragments(1, "{}", name="set_project")
    mixed = [first[0], second[0], *first[1:3], second[1], first[3]]
    desk.server.script = raw(encoded(*mixed, chunk(finish="tool_calls")))
    desk.open()
    desk.ask()
    assert desk.answered().tool_calls == (
        ToolCall(id="call_plan_scenes", name="plan_scenes", arguments='{"title":"N"}'),
        ToolCall(id="call_set_project", name="set_project", arguments="{}"),
    )


def test_where_the_server_does_not_count_tokens_they_are_estimated(desk: Desk) -> None:
    desk.server.script = raw(encoded(chunk("x" * 34), chunk(finish="stop")))
    desk.open()
    desk.ask()
    assert desk.answered().usage.model_dump() == {
        "tokens_in": 2,
        "tokens_out": 10,
        "tokens_cached": 0,
        "estimated": True,
    }


def test_an_answer_of_single_bytes_is_read_whole(desk: Desk) -> None:
    stream = encoded(chunk("Grüße 👋"), chunk(finish="stop"), usage())
    desk.server.script = raw(*(stream[at : at + 1] for at in range(len(stream))))
    desk.open()
    desk.ask()
    assert desk.answered().text == "Grüße 👋"


def test_an_answer_of_a_megabyte_is_read_whole(desk: Desk) -> None:
    desk.server.script = says(*["x" * 65_536] * 16)
    desk.open()
    desk.ask()
    assert desk.answered().text == "x" * (1 << 20)


def test_a_server_that_does_not_stream_is_heard_too(desk: Desk) -> None:
    whole = {"model": "m-1", "choices": [{"message": {"content": "Hello"}, "finish_reason": "stop"}], "usage": USAGE}
    desk.server.script = refuses(200, whole)
    desk.open()
    desk.ask()
    answer = desk.answered()
    assert (answer.text, answer.finish_reason, answer.usage.tokens_out) == ("Hello", "stop", 7)


def test_an_answer_is_whole_with_its_finish_reason_whatever_comes_after(desk: Desk) -> None:
    async def never_ends(call: Call) -> None:
        await call.write(encoded(chunk("Hello"), chunk(finish="stop"), usage()) + b"data: [DONE]\n\n")
        await call.goes_on.wait()

    desk.server.script = never_ends
    desk.open()
    desk.ask()
    answer = desk.answered()
    assert (answer.text, answer.usage.tokens_out) == ("Hello", 7)


def test_of_a_server_that_gives_no_finish_reason_a_clean_end_is_the_end(desk: Desk) -> None:
    desk.server.script = raw(encoded(chunk("Hello")) + b"data: [DONE]\n\n")
    desk.open(lacks=frozenset({"finish_reason"}))
    desk.ask()
    assert desk.answered().finish_reason == "stop"


def test_what_a_server_does_not_know_is_not_sent(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.open(lacks=frozenset({"stream_options", "tools"}))
    tool = ToolSpec(name="plan_scenes", description="plan", parameters={"type": "object", "properties": {}})
    desk.ask(ask(tools=(tool,)))
    assert {"stream_options", "tools"}.isdisjoint(desk.called().asked)
    desk.answered()


def test_text_is_told_as_it_comes_each_piece_where_the_last_ended(desk: Desk) -> None:
    desk.server.script = says("One ", "two ", "three ", "four")
    desk.open()
    desk.ask(ask(round=2, attempt=3))
    desk.answered()
    text = ""
    while text != "One two three four":
        delta = taken(desk.live).update
        assert isinstance(delta, MessageDelta)
        assert (delta.message, delta.round, delta.attempt, delta.offset) == ("msg_1", 2, 3, len(text))
        text += delta.text
    assert desk.live.empty()


def test_the_first_text_goes_out_while_the_rest_is_still_to_come(desk: Desk) -> None:
    desk.server.script = stalls
    desk.open()
    work = desk.ask()
    delta = taken(desk.live).update
    assert isinstance(delta, MessageDelta)
    assert delta.text == "One"
    assert desk.news.empty()
    desk.drop(work)


def test_a_component_is_told_as_a_growing_count(desk: Desk) -> None:
    desk.server.script = says("x" * 2000)
    desk.open()
    work = ask(role="write", to=None, scene=SceneId("scene_1"))
    desk.ask(type(work)(work.project, work.job, 1, work.key._replace(step="generate"), 1, work.command))
    told = taken(desk.live).update
    assert isinstance(told, ComponentGenerateProgress)
    assert (told.scene, told.characters, told.step, told.trace) == ("scene_1", 2000, "generate", "job_1")
    assert 0 < told.percent < 100
    overall = taken(desk.how_far)
    assert (overall.percent, overall.stage, overall.job) == (told.percent, "writing", "job_1")
    desk.answered()


PLAN = {"index": 0, "id": "call_1", "type": "function", "function": {"name": "plan_scenes", "arguments": "x" * 600}}
plans = raw(encoded(chunk(calls=[PLAN]), chunk(finish="tool_calls"), usage()), b"data: [DONE]\n\n")


def test_a_turn_is_told_how_far_it_is_also_while_only_its_tool_calls_grow(desk: Desk) -> None:
    desk.server.script = plans
    desk.open()
    desk.ask()
    desk.answered()
    told = taken(desk.how_far)
    assert (told.stage, told.step, told.attempt, told.trace) == ("answering", "ask", 1, "job_1")
    assert 0 < told.percent < 100
    assert desk.live.empty()


def test_the_same_key_twice_is_asked_once(desk: Desk) -> None:
    desk.server.script = stalls
    desk.open()
    work = desk.ask()
    call = desk.called()
    desk.ask(work)
    desk.ask(ask(ordinal=1))
    assert desk.called().asked == call.asked  # of the other key: the second of the same was not asked
    assert desk.server.calls.empty()
    desk.drop(work)


def test_a_key_that_was_answered_is_answered_from_memory(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.open()
    work = desk.ask()
    first = desk.answered()
    desk.ask(work)
    assert desk.answered() is first
    desk.called()
    assert desk.server.calls.empty()


def test_a_key_of_a_new_epoch_is_asked_anew(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.open()
    for epoch in (1, 2):
        desk.ask(ask(epoch=epoch))
        desk.answered()
        desk.called()


def test_dropped_work_cuts_the_stream_and_tells_nothing(desk: Desk) -> None:
    desk.server.script = stalls
    desk.open()
    work = desk.ask()
    call = desk.called()
    desk.drop(work)
    while taken(desk.server.left) is not call:
        pass  # streams of other tests may end late
    desk.server.script = says("Hello")
    desk.ask(ask(epoch=2))
    assert desk.answered().text == "Hello"
    assert desk.failures.empty()


def test_work_that_comes_after_its_job_was_stopped_is_not_asked(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.open()
    desk.drop(ask(epoch=1))
    desk.ask(ask(epoch=1))
    desk.ask(ask(epoch=2))
    assert desk.answered().text == "Hello"
    desk.called()
    assert desk.server.calls.empty()


def test_a_death_fails_what_was_under_way_and_the_next_life_asks_anew(desk: Desk) -> None:
    desk.server.script = stalls
    desk.open()
    work = desk.ask()
    desk.called()
    desk.kill()
    assert taken(desk.failures).message == work
    desk.server.script = says("Hello")
    desk.ask(work)
    assert desk.answered().text == "Hello"
