"""A call of a model, as it is noted."""

from typing import Any

from pipeline.chat import Usage
from pipeline.replay import Key
from storage.calls import ANSWERED, ModelCall


def a_call(**fields: Any) -> ModelCall:  # noqa: ANN401  # passed on as it is
    whole = {
        "key": Key("ask", 0),
        "attempt": 2,
        "role": "plan",
        "model": "m",
        "provider": "p",
        "outcome": ANSWERED,
        "usage": Usage(tokens_in=7, tokens_out=5),
        "cost_usd": None,
        "ttft_ms": 100.0,
        "duration_ms": 500.0,
        **fields,
    }
    return ModelCall(**whole)
