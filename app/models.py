"""Which model server answers, from the settings."""

from urllib.parse import urlsplit

from pydantic import JsonValue

from actors.llm import Endpoint
from app.settings import Settings
from pipeline.commands import ModelRole

DEMO_PROVIDER = "demo-composer"
_OPENAI = "api.openai.com"


def endpoint_of(settings: Settings) -> Endpoint:
    """The server that the settings name; a server of one's own may need no key, the SDK needs some word."""
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else "none"
    models: dict[ModelRole, str] = {
        "plan": settings.model,
        "write": settings.write_model or settings.model,
        "repair": settings.repair_model or settings.write_model or settings.model,
    }
    provider = urlsplit(settings.openai_base_url).netloc if settings.openai_base_url else _OPENAI
    return Endpoint(provider, settings.openai_base_url, key, models)


def demo_endpoint(base_url: str) -> Endpoint:
    """The demo composer that runs in this process."""
    roles: tuple[ModelRole, ...] = ("plan", "write", "repair")
    return Endpoint(DEMO_PROVIDER, base_url, "none", dict.fromkeys(roles, DEMO_PROVIDER))


def described(endpoint: Endpoint, *, demo: bool) -> dict[str, JsonValue]:
    """What the editor says about who answers."""
    return {"provider": endpoint.provider, "model": endpoint.models["plan"], "demo": demo}
