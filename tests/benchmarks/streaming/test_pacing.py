import json

import pytest
from openai.types.chat import ChatCompletionChunk

from benchmarks.streaming.pacing import chunk


@pytest.mark.parametrize("data", [chunk({"content": "123456789 "}), chunk({}, "stop")])
def test_what_it_says_is_what_the_types_of_the_sdk_allow(data: bytes) -> None:
    ChatCompletionChunk.model_validate(json.loads(data.removeprefix(b"data: ")))
