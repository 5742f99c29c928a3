"""The settings of the models: who answers which role, how they are asked, and what they may take."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode

from actors.llm.endpoint import Api, Lack

Words = Annotated[tuple[str, ...], NoDecode]
Effort = Literal["none", "minimal", "low", "medium", "high", "xhigh"]


class ModelSettings(BaseSettings):
    """Neither key nor base URL set means the demo composer."""

    openai_api_key: SecretStr | None = None
    openai_base_url: str | None = None
    api: Api = Field(default="chat", validation_alias="BAZAAR_API")

    model: str = Field(default="gpt-5.1", validation_alias="BAZAAR_MODEL")
    plan_model: str | None = Field(default=None, validation_alias="BAZAAR_PLAN_MODEL")
    write_model: str | None = Field(default=None, validation_alias="BAZAAR_WRITE_MODEL")
    repair_model: str | None = Field(default=None, validation_alias="BAZAAR_REPAIR_MODEL")
    title_model: str | None = Field(default=None, validation_alias="BAZAAR_TITLE_MODEL")
    fallback_models: Words = Field(default=(), validation_alias="BAZAAR_FALLBACK_MODELS")
    fallback_base_url: str | None = Field(default=None, validation_alias="BAZAAR_FALLBACK_BASE_URL")
    fallback_api_key: SecretStr | None = Field(default=None, validation_alias="BAZAAR_FALLBACK_API_KEY")

    model_lacks: Annotated[frozenset[Lack], NoDecode] = Field(
        default=frozenset(), validation_alias="BAZAAR_MODEL_LACKS"
    )
    temperature: float | None = Field(default=None, ge=0, le=2, validation_alias="BAZAAR_TEMPERATURE")
    reasoning_effort: Effort | None = Field(default=None, validation_alias="BAZAAR_REASONING_EFFORT")
    model_read_timeout_s: float = Field(default=90, gt=0, validation_alias="BAZAAR_MODEL_READ_TIMEOUT_S")
    model_deadline_s: float = Field(default=600, gt=0, validation_alias="BAZAAR_MODEL_DEADLINE_S")
    model_calls_at_once: int = Field(default=16, ge=1, le=1000, validation_alias="BAZAAR_MODEL_CALLS_AT_ONCE")

    job_budget_usd: float | None = Field(default=None, gt=0, validation_alias="BAZAAR_JOB_BUDGET_USD")
    job_budget_tokens: int | None = Field(default=None, gt=0, validation_alias="BAZAAR_JOB_BUDGET_TOKENS")
    project_budget_usd: float | None = Field(default=None, gt=0, validation_alias="BAZAAR_PROJECT_BUDGET_USD")
    project_budget_tokens: int | None = Field(default=None, gt=0, validation_alias="BAZAAR_PROJECT_BUDGET_TOKENS")

    @field_validator("fallback_models", "model_lacks", mode="before")
    @classmethod
    def _words(cls, value: object) -> object:
        """Words with commas between them."""
        return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value

    @field_validator("openai_base_url", "fallback_base_url")
    @classmethod
    def _holds_no_secret(cls, url: str | None) -> str | None:
        """The address is shown and stored, and a client with a key cannot send a password beside it."""
        if url is not None and "@" in urlsplit(url).netloc:
            message = "the base URL holds a user name or password; take them out and set OPENAI_API_KEY"
            raise ValueError(message)
        return url

    @property
    def is_demo(self) -> bool:
        """Whether the demo composer answers."""
        return self.openai_api_key is None and self.openai_base_url is None
