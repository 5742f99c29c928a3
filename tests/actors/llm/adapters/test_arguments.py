import json

import pytest

from actors.llm.adapters.arguments import spoken
from pipeline.chat import ToolCall


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("{}", "{}"),
        ('{"a": 1}', '{"a": 1}'),
        ("{half", '{"unreadable": "{half"}'),
        ("", '{"unreadable": ""}'),
    ],
)
def test_arguments_go_back_as_they_were_said_or_wrapped_into_json(said: str, sent: str) -> None:
    spoken_ = spoken(ToolCall(id="c", name="x", arguments=said))
    json.loads(spoken_)
    assert spoken_ == sent
