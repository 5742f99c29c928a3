import pytest

from actors.llm.endpoint import Candidate, Endpoint
from actors.llm.prices import cost_usd
from pipeline.chat import Usage

USAGE = Usage(tokens_in=1000, tokens_out=100, tokens_cached=400)


def at(base_url: str | None, model: str, *, is_free: bool = False) -> Candidate:
    return Candidate(Endpoint("Acme", base_url, "key", is_free=is_free), model)


def test_what_a_vendors_model_costs_is_known_offline() -> None:
    cost = cost_usd(at(None, "gpt-5.1"), USAGE)
    assert cost
    assert cost < (cost_usd(at(None, "gpt-5.1"), USAGE.model_copy(update={"tokens_cached": 0})) or 0.0)


@pytest.mark.parametrize(("base_url", "model"), [(None, "m-1"), ("http://localhost:11434/v1", "gpt-5.1")])
def test_an_unknown_model_costs_nobody_knows_what_and_not_nothing(base_url: str | None, model: str) -> None:
    assert cost_usd(at(base_url, model), USAGE) is None


def test_a_reseller_has_its_own_prices() -> None:
    assert cost_usd(at("https://openrouter.ai/api/v1", "openai/gpt-4o"), USAGE)


def test_the_name_that_the_server_gives_is_tried_too() -> None:
    assert cost_usd(at(None, "our-alias"), USAGE, said_model="gpt-5.1") == cost_usd(at(None, "gpt-5.1"), USAGE)


def test_the_demo_composer_is_free() -> None:
    assert cost_usd(at(None, "demo", is_free=True), USAGE) == 0.0


def test_counts_that_contradict_themselves_have_no_price() -> None:
    assert cost_usd(at(None, "gpt-5.1"), Usage(tokens_in=1, tokens_cached=2)) is None
