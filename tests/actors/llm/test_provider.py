import asyncio

import pytest

from actors.llm.endpoint import Endpoint, Patience
from actors.llm.provider import VENDOR, Provider


async def the_address(endpoint: Endpoint) -> str:
    provider = Provider(endpoint, Patience())
    address = str(provider._client.base_url)  # noqa: SLF001 - where the key would go
    await provider.close()
    return address


@pytest.mark.parametrize("base_url", [None, "http://gpu.lan/v1"])
def test_a_key_goes_where_its_settings_say_whatever_the_environment_does(
    monkeypatch: pytest.MonkeyPatch, base_url: str | None
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://elsewhere/v1")
    address = asyncio.run(the_address(Endpoint("Acme", base_url, "a key")))
    assert address.rstrip("/") == (base_url or VENDOR)
