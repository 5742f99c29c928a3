from typing import Any

import pytest

from app.models import DEMO_PROVIDER, demo_endpoint, described, endpoint_of
from app.settings import Settings


def settings(**fields: Any) -> Settings:  # noqa: ANN401  # the fields of the settings
    return Settings.model_validate({"BAZAAR_MODEL": "big", **fields})


@pytest.mark.parametrize(
    ("fields", "models"),
    [
        ({}, ("big", "big", "big")),
        ({"BAZAAR_WRITE_MODEL": "coder"}, ("big", "coder", "coder")),
        ({"BAZAAR_REPAIR_MODEL": "mender"}, ("big", "big", "mender")),
        ({"BAZAAR_WRITE_MODEL": "coder", "BAZAAR_REPAIR_MODEL": "mender"}, ("big", "coder", "mender")),
    ],
)
def test_each_role_has_a_model(fields: dict[str, str], models: tuple[str, str, str]) -> None:
    named = endpoint_of(settings(**fields)).models
    assert (named["plan"], named["write"], named["repair"]) == models


def test_a_server_of_ones_own_needs_no_key_and_is_named_by_its_host() -> None:
    endpoint = endpoint_of(settings(openai_base_url="http://gpu.lan:8000/v1"))
    assert (endpoint.provider, endpoint.base_url, endpoint.api_key) == (
        "gpu.lan:8000",
        "http://gpu.lan:8000/v1",
        "none",
    )


def test_a_key_alone_means_the_vendor() -> None:
    endpoint = endpoint_of(settings(openai_api_key="sk-x"))
    assert (endpoint.provider, endpoint.base_url, endpoint.api_key) == ("api.openai.com", None, "sk-x")
    assert "sk-x" not in repr(endpoint)


def test_the_demo_composer_says_what_it_is() -> None:
    endpoint = demo_endpoint("http://127.0.0.1:1/v1")
    assert described(endpoint, demo=True) == {"provider": DEMO_PROVIDER, "model": DEMO_PROVIDER, "demo": True}
