from typing import Any

import pytest

from actors.jail import Strength, strength
from app.models import DEMO_PROVIDER, demo_models, described, models_of, rates_of
from app.settings import Settings
from pipeline.chat import Usage
from pipeline.commands import ModelRole
from pipeline.spending import Budget


def settings(**fields: Any) -> Settings:  # noqa: ANN401  # the fields of the settings
    return Settings.model_validate({"BAZAAR_MODEL": "big", **fields})


@pytest.mark.parametrize(
    ("fields", "models"),
    [
        ({}, ("big", "big", "big", "big")),
        ({"BAZAAR_WRITE_MODEL": "coder"}, ("big", "coder", "coder", "big")),
        ({"BAZAAR_REPAIR_MODEL": "mender"}, ("big", "big", "mender", "big")),
        ({"BAZAAR_PLAN_MODEL": "thinker"}, ("thinker", "big", "big", "thinker")),
        ({"BAZAAR_TITLE_MODEL": "tiny"}, ("big", "big", "big", "tiny")),
    ],
)
def test_each_role_has_a_model(fields: dict[str, str], models: tuple[str, ...]) -> None:
    roles: tuple[ModelRole, ...] = ("plan", "write", "repair", "title")
    named = models_of(settings(**fields)).by_role
    assert tuple(named[role][0].model for role in roles) == models


def test_fallbacks_stand_behind_every_roles_own_model_and_no_model_twice() -> None:
    named = models_of(settings(BAZAAR_FALLBACK_MODELS="spare, big")).by_role
    assert [one.model for one in named["plan"]] == ["big", "spare"]


def test_fallbacks_at_another_server_are_not_sent_the_key_of_the_first() -> None:
    fields = {"BAZAAR_FALLBACK_MODELS": "spare", "BAZAAR_FALLBACK_BASE_URL": "http://gpu.lan/v1"}
    first, spare = models_of(settings(openai_api_key="sk-x", **fields)).by_role["plan"]
    assert (first.endpoint.api_key, spare.endpoint.api_key) == ("sk-x", "none")
    assert (spare.endpoint.provider, spare.model) == ("gpu.lan", "spare")


def test_a_server_of_ones_own_needs_no_key_and_is_named_by_its_host() -> None:
    endpoint = models_of(settings(openai_base_url="http://gpu.lan:8000/v1")).by_role["plan"][0].endpoint
    assert (endpoint.provider, endpoint.base_url, endpoint.api_key) == (
        "gpu.lan:8000",
        "http://gpu.lan:8000/v1",
        "none",
    )


def test_a_key_alone_means_the_vendor() -> None:
    models = models_of(settings(openai_api_key="sk-x"))
    endpoint = models.by_role["plan"][0].endpoint
    assert (endpoint.provider, endpoint.base_url, endpoint.api_key) == ("api.openai.com", None, "sk-x")
    assert "sk-x" not in repr(models)


def test_how_models_are_asked_is_set() -> None:
    fields = {
        "BAZAAR_API": "responses",
        "BAZAAR_MODEL_LACKS": "finish_reason, images",
        "BAZAAR_TEMPERATURE": "0.3",
        "BAZAAR_REASONING_EFFORT": "low",
    }
    first = models_of(settings(**fields)).by_role["write"][0]
    assert first.endpoint.api == "responses"
    assert sorted(first.endpoint.lacks) == ["finish_reason", "images"]
    assert (first.temperature, first.reasoning_effort) == (0.3, "low")


def test_patience_and_budgets_are_set() -> None:
    models = models_of(
        settings(BAZAAR_MODEL_CALLS_AT_ONCE=200, BAZAAR_JOB_BUDGET_USD=1.5, BAZAAR_PROJECT_BUDGET_TOKENS=10**6)
    )
    assert models.patience.calls_at_once == 200
    assert (models.budgets.job, models.budgets.project) == (Budget(cost_usd=1.5), Budget(tokens=10**6))


def test_the_demo_composer_says_what_it_is_costs_nothing_and_stands_alone() -> None:
    models = demo_models("http://127.0.0.1:1/v1", settings(BAZAAR_FALLBACK_MODELS="big"))
    [only] = models.by_role["plan"]
    assert only.endpoint.is_free
    told = described(models, demo=True)
    assert told | {"jail": None} == {"provider": DEMO_PROVIDER, "model": DEMO_PROVIDER, "demo": True, "jail": None}
    assert told["jail"] == {"whole": strength() is Strength.WHOLE, "sentence": strength().sentence}


def test_the_server_is_told_what_the_model_that_writes_costs() -> None:
    rates = rates_of(models_of(settings(openai_api_key="sk-x", BAZAAR_WRITE_MODEL="gpt-5.1", BAZAAR_JOB_BUDGET_USD=1)))
    assert (rates.model, rates.budgets.job) == ("gpt-5.1", Budget(cost_usd=1))
    assert rates.cost_usd(Usage(tokens_in=1000, tokens_out=1000))
