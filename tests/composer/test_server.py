import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import openai
import pytest
from openai import AsyncOpenAI
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from pydantic import TypeAdapter

from composer import MODEL, application, start
from composer.completion import pieces

TOOLS: list[Any] = [{"type": "function", "function": {"name": "plan_scenes", "parameters": {"type": "object"}}}]
PROMPT = "A 10 second launch teaser for 'Nimbus', three scenes, navy and coral"
MESSAGES: list[Any] = [{"role": "system", "content": "You plan."}, {"role": "user", "content": PROMPT}]


@asynccontextmanager
async def client(pace: float = 0) -> AsyncIterator[AsyncOpenAI]:
    running = await start("127.0.0.1", 0, pace)
    try:
        async with AsyncOpenAI(base_url=running.base_url, api_key="none", max_retries=0) as made:
            yield made
    finally:
        await running.stop()


def run(story: Callable[[AsyncOpenAI], Awaitable[None]], pace: float = 0) -> None:
    async def told() -> None:
        async with client(pace) as made:
            await story(made)

    asyncio.run(told())


async def streamed(made: AsyncOpenAI, **more: Any) -> list[ChatCompletionChunk]:  # noqa: ANN401 - the SDK's options
    stream = await made.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True, **more)
    return [chunk async for chunk in stream]


async def raw(made: AsyncOpenAI, path: str, **more: Any) -> tuple[int, bytes]:  # noqa: ANN401 - aiohttp's options
    async with (
        aiohttp.ClientSession() as session,
        session.request("POST", f"{str(made.base_url).rstrip('/')}{path}", **more) as answer,
    ):
        return answer.status, await answer.read()


def test_streams_words_then_tool_calls_in_fragments_then_the_usage() -> None:
    async def story(made: AsyncOpenAI) -> None:
        chunks = await streamed(made, tools=TOOLS, stream_options={"include_usage": True})
        deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
        text = "".join(delta.content or "" for delta in deltas)
        fragments = [call for delta in deltas for call in delta.tool_calls or []]
        whole = await made.chat.completions.create(model=MODEL, messages=MESSAGES, tools=TOOLS)
        calls = whole.choices[0].message.tool_calls or []
        assert text == whole.choices[0].message.content
        assert len(fragments) > 3
        assert calls[0].type == "function"
        joined = "".join(call.function.arguments or "" for call in fragments if call.function)
        assert joined == calls[0].function.arguments
        assert fragments[0].id == calls[0].id
        assert chunks[-2].choices[0].finish_reason == "tool_calls"
        assert chunks[-1].usage is not None
        assert chunks[-1].choices == []

    run(story)


def test_tells_no_usage_that_was_not_asked_for() -> None:
    async def story(made: AsyncOpenAI) -> None:
        assert all(chunk.usage is None for chunk in await streamed(made, tools=TOOLS))

    run(story)


def test_every_frame_is_valid_by_the_types_of_the_sdk() -> None:
    async def story(made: AsyncOpenAI) -> None:
        body = {"model": MODEL, "messages": MESSAGES, "tools": TOOLS}
        _, whole = await raw(made, "/chat/completions", json=body)
        TypeAdapter(ChatCompletion).validate_json(whole, strict=True)
        _, frames = await raw(
            made, "/chat/completions", json={**body, "stream": True, "stream_options": {"include_usage": True}}
        )
        lines = [line for line in frames.decode().split("\n\n") if line]
        assert lines[-1] == "data: [DONE]"
        for line in lines[:-1]:
            TypeAdapter(ChatCompletionChunk).validate_json(line.removeprefix("data: "), strict=True)

    run(story)


def test_the_same_request_gets_the_same_bytes() -> None:
    async def story(made: AsyncOpenAI) -> None:
        body = {"model": MODEL, "messages": MESSAGES, "tools": TOOLS, "stream": True}
        assert await raw(made, "/chat/completions", json=body) == await raw(made, "/chat/completions", json=body)

    run(story)


def test_after_tool_results_it_closes_in_words() -> None:
    async def story(made: AsyncOpenAI) -> None:
        first = await made.chat.completions.create(model=MODEL, messages=MESSAGES, tools=TOOLS)
        said = first.choices[0].message
        results = [{"role": "tool", "tool_call_id": call.id, "content": "Planned."} for call in said.tool_calls or []]
        messages: list[Any] = [*MESSAGES, said.model_dump(exclude_none=True), *results]
        last = await made.chat.completions.create(model=MODEL, messages=messages, tools=TOOLS)
        assert last.choices[0].finish_reason == "stop"
        assert last.choices[0].message.tool_calls is None
        assert "3 scenes are planned" in (last.choices[0].message.content or "")

    run(story)


def test_writes_a_component_where_no_tools_are_offered() -> None:
    async def story(made: AsyncOpenAI) -> None:
        brief = '```json\n{"task": "write", "scene": {"description": "Title reveal: “N”."}}\n```'
        answer = await made.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": brief}])
        assert "function TitleReveal" in (answer.choices[0].message.content or "")
        lost = await made.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hi"}])
        assert "no AI" in (lost.choices[0].message.content or "")

    run(story)


def test_lists_its_one_model_and_says_what_it_is() -> None:
    async def story(made: AsyncOpenAI) -> None:
        models = [model async for model in made.models.list()]
        assert [(model.id, model.owned_by) for model in models] == [(MODEL, "demo composer: no AI, no key")]
        assert (await made.models.retrieve(MODEL)).id == MODEL

    run(story)


def test_an_unknown_model_is_not_found() -> None:
    async def story(made: AsyncOpenAI) -> None:
        with pytest.raises(openai.NotFoundError, match="does not exist") as caught:
            await made.chat.completions.create(model="gpt", messages=MESSAGES)
        assert caught.value.code == "model_not_found"
        with pytest.raises(openai.NotFoundError):
            await made.models.retrieve("gpt")

    run(story)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"model": "demo-composer"}', b'{"model": "demo-composer", "messages": []}', b"\xff"]
)
def test_a_malformed_request_is_refused_in_the_shape_of_the_wire(body: bytes) -> None:
    async def story(made: AsyncOpenAI) -> None:
        status, answer = await raw(made, "/chat/completions", data=body)
        assert status == 400
        assert b'"invalid_request_error"' in answer

    run(story)


def test_unknown_paths_and_methods_are_refused_in_the_shape_of_the_wire() -> None:
    async def story(made: AsyncOpenAI) -> None:
        assert (await raw(made, "/nothing"))[0] == 404
        status, answer = await raw(made, "/models")
        assert status == 405
        assert b'"error"' in answer

    run(story)


def test_a_client_that_leaves_stops_the_stream() -> None:
    async def story(made: AsyncOpenAI) -> None:
        before = asyncio.all_tasks()
        stream = await made.chat.completions.create(model=MODEL, messages=MESSAGES, tools=TOOLS, stream=True)
        async for _ in stream:
            break
        serving = asyncio.all_tasks() - before
        assert serving
        await stream.close()
        _, left = await asyncio.wait(serving, timeout=5)
        assert not left

    run(story, pace=0.001)


def test_a_pace_below_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="give 0"):
        application(-1)


def test_an_address_that_is_taken_is_an_error() -> None:
    async def story(made: AsyncOpenAI) -> None:
        assert made.base_url.port is not None
        with pytest.raises(OSError, match="address already in use"):
            await start("127.0.0.1", made.base_url.port, 0)

    run(story)


@pytest.mark.parametrize("text", ["", "a", " a  b\n\nc ", "x" * 100, "```tsx\ncode\n```\n"])
def test_pieces_of_a_text_join_to_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
