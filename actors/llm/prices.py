"""What a call cost, by the prices that genai-prices knows offline; unknown is None, never zero."""

from collections.abc import Iterable
from contextlib import suppress

from genai_prices import Usage as Counted
from genai_prices import calc_price

from actors.llm.endpoint import Candidate
from pipeline.chat import Usage

_VENDOR = "openai"


def cost_usd(candidate: Candidate, usage: Usage, *, said_model: str = "") -> float | None:
    """In dollars; `said_model` is the model as the server named it, which is often more exact."""
    if candidate.endpoint.is_free:
        return 0.0
    for model in _names(said_model, candidate.model):
        cost = _cost(model, candidate.endpoint.base_url, usage)
        if cost is not None:
            return cost
    return None


def _names(said: str, asked: str) -> Iterable[str]:
    return dict.fromkeys(name for name in (said, asked) if name)


def _cost(model: str, base_url: str | None, usage: Usage) -> float | None:
    counted = Counted(
        input_tokens=usage.tokens_in, output_tokens=usage.tokens_out, cache_read_tokens=usage.tokens_cached
    )
    with suppress(LookupError, ValueError):
        if base_url is None:
            return float(calc_price(counted, model, provider_id=_VENDOR).total_price)
        return float(calc_price(counted, model, provider_api_url=base_url).total_price)
    return None
