from collections.abc import AsyncIterator

import pytest
from openai import AsyncOpenAI, DefaultAioHttpClient

import composer
from drills.model_server import ModelServer, fingerprint

pytestmark = pytest.mark.anyio


@pytest.fixture
async def model() -> AsyncIterator[ModelServer]:
    async with ModelServer(script=lambda said: "Hello." if said[-1]["content"] == "hello" else None) as model:
        yield model


async def answer(model: ModelServer, said: str) -> str:
    base_url = model.settings["OPENAI_BASE_URL"]
    async with AsyncOpenAI(base_url=base_url, api_key="none", http_client=DefaultAioHttpClient()) as client:
        wanted = {"model": composer.MODEL, "messages": [{"role": "user", "content": said}], "stream": True}
        chunks = await client.chat.completions.create(**wanted)  # type: ignore[call-overload]
        return "".join([chunk.choices[0].delta.content or "" async for chunk in chunks])


async def test_a_script_speaks_first_and_the_composer_for_the_rest(model: ModelServer) -> None:
    assert await answer(model, "hello") == "Hello."
    assert (await answer(model, "who are you?")).startswith("I am the demo composer")


async def test_remembers_every_question(model: ModelServer) -> None:
    for said in ("hello", "hello", "bye"):
        await answer(model, said)
    questions = [fingerprint([{"role": "user", "content": said}]) for said in ("hello", "hello", "bye")]
    assert model.asked == questions
    assert len(set(questions)) == 2
