from typing import Any

import pytest
from pydantic import ValidationError

from app.model_settings import ModelSettings


@pytest.mark.parametrize(
    "fields",
    [
        {"BAZAAR_API": "soap"},
        {"BAZAAR_MODEL_LACKS": "finish_reason,patience"},
        {"BAZAAR_TEMPERATURE": "3"},
        {"BAZAAR_REASONING_EFFORT": "immense"},
        {"BAZAAR_MODEL_CALLS_AT_ONCE": "0"},
        {"BAZAAR_JOB_BUDGET_USD": "0"},
        {"BAZAAR_PROJECT_BUDGET_TOKENS": "-1"},
    ],
)
def test_refuses_what_cannot_be(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=next(iter(fields))):
        ModelSettings.model_validate(fields)


def test_words_are_separated_by_commas() -> None:
    settings = ModelSettings.model_validate({"BAZAAR_FALLBACK_MODELS": " a, b ,,c"})
    assert settings.fallback_models == ("a", "b", "c")


def test_no_key_is_in_a_representation() -> None:
    settings = ModelSettings.model_validate({"openai_api_key": "sk-secret-1", "BAZAAR_FALLBACK_API_KEY": "sk-secret-2"})
    assert "sk-secret" not in repr(settings)


def test_an_address_of_a_fallback_may_hold_no_password_either() -> None:
    with pytest.raises(ValidationError, match="set OPENAI_API_KEY"):
        ModelSettings.model_validate({"BAZAAR_FALLBACK_BASE_URL": "http://me:word@host/v1"})
