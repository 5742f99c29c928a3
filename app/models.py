"""Which models answer, from the settings."""

from functools import partial
from typing import get_args
from urllib.parse import urlsplit

from pydantic import JsonValue, SecretStr

from actors.jail import Strength, strength
from actors.llm import Candidate, Endpoint, Models, Patience
from actors.llm.prices import cost_usd
from app.model_settings import ModelSettings
from pipeline.commands import ModelRole
from pipeline.spending import Budget, Budgets
from server.handles import Rates

DEMO_PROVIDER = "demo-composer"
_OPENAI = "api.openai.com"
_ROLES: tuple[ModelRole, ...] = get_args(ModelRole)


def models_of(settings: ModelSettings) -> Models:
    """The models that the settings name, each role's own first and then the fallbacks in their order."""
    chosen = _endpoint(settings, settings.openai_base_url, settings.openai_api_key)
    other = settings.fallback_base_url is not None or settings.fallback_api_key is not None
    spare = _endpoint(settings, settings.fallback_base_url, settings.fallback_api_key) if other else chosen
    fallbacks = tuple(_candidate(settings, spare, model) for model in settings.fallback_models)
    by_role = {
        role: tuple(dict.fromkeys((_candidate(settings, chosen, _model_of(settings, role)), *fallbacks)))
        for role in _ROLES
    }
    return Models(by_role, _patience(settings), budgets_of(settings))


def demo_models(base_url: str, settings: ModelSettings) -> Models:
    """The demo composer that runs in this process; nothing falls back to it, and it falls back to nothing."""
    endpoint = Endpoint(DEMO_PROVIDER, base_url, "none", is_free=True)
    by_role = dict.fromkeys(_ROLES, (Candidate(endpoint, DEMO_PROVIDER),))
    return Models(by_role, _patience(settings), budgets_of(settings))


def budgets_of(settings: ModelSettings) -> Budgets:
    """What each job and each project may spend."""
    return Budgets(
        job=Budget(cost_usd=settings.job_budget_usd, tokens=settings.job_budget_tokens),
        project=Budget(cost_usd=settings.project_budget_usd, tokens=settings.project_budget_tokens),
    )


def described(models: Models, *, demo: bool) -> dict[str, JsonValue]:
    """What the editor says about who answers, and about the jail around what they write."""
    first, found = models.by_role["plan"][0], strength()
    jail: dict[str, JsonValue] = {"whole": found is Strength.WHOLE, "sentence": found.sentence}
    return {"provider": first.endpoint.provider, "model": first.model, "demo": demo, "jail": jail}


def rates_of(models: Models) -> Rates:
    """What the server says of budgets and prices."""
    writer = models.by_role["write"][0]
    return Rates(models.budgets, writer.model, partial(cost_usd, writer))


def _endpoint(settings: ModelSettings, base_url: str | None, key: SecretStr | None) -> Endpoint:
    """A server of one's own may need no key; the SDK needs some word. No server is sent the key of another."""
    provider = urlsplit(base_url).netloc if base_url else _OPENAI
    said = key.get_secret_value() if key else "none"
    return Endpoint(provider, base_url, said, settings.api, settings.model_lacks)


def _candidate(settings: ModelSettings, endpoint: Endpoint, model: str) -> Candidate:
    return Candidate(endpoint, model, settings.temperature, settings.reasoning_effort)


def _model_of(settings: ModelSettings, role: ModelRole) -> str:
    match role:
        case "plan":
            return settings.plan_model or settings.model
        case "write":
            return settings.write_model or settings.model
        case "repair":
            return settings.repair_model or settings.write_model or settings.model
        case "title":
            return settings.title_model or settings.plan_model or settings.model


def _patience(settings: ModelSettings) -> Patience:
    return Patience(
        read_timeout_s=settings.model_read_timeout_s,
        deadline_s=settings.model_deadline_s,
        calls_at_once=settings.model_calls_at_once,
    )
