"""The settings, from the environment and .env; nothing else reads either."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import SettingsConfigDict

from actors.orchestrator.admission import LIMITS, Limit
from app.logs import LogFormat
from app.model_settings import ModelSettings
from pipeline.jobs import JobKind
from server.streams.limits import Limits
from storage.retention.policy import Policy

ROOT = Path(__file__).resolve().parent.parent


class Settings(ModelSettings):
    """What can be set."""

    model_config = SettingsConfigDict(env_file=ROOT / ".env", extra="ignore", env_ignore_empty=True)

    data: Path = Field(default=ROOT / "data", validation_alias="BAZAAR_DATA")
    host: str = Field(default="127.0.0.1", validation_alias="BAZAAR_HOST")
    port: int = Field(default=8720, ge=0, le=65535, validation_alias="BAZAAR_PORT")
    build_workers: int = Field(default=2, ge=1, le=32, validation_alias="BAZAAR_BUILD_WORKERS")
    turns_at_once: int = Field(default=LIMITS["turn"].at_once, ge=1, validation_alias="BAZAAR_TURNS_AT_ONCE")
    components_at_once: int = Field(
        default=LIMITS["component"].at_once, ge=1, validation_alias="BAZAAR_COMPONENTS_AT_ONCE"
    )
    inspect: bool = Field(default=True, validation_alias="BAZAAR_INSPECT")
    """Whether published components are looked at in a Chromium."""
    chromium: str = Field(default="", validation_alias="BAZAAR_CHROMIUM")
    """Which one: `packed`, `system`, `playwright` or the path of a program; the first of these there is when empty."""
    demo_pace: float = Field(default=1.0, ge=0, validation_alias="BAZAAR_DEMO_PACE")
    """1 is a human pace, 0 as fast as it goes."""

    streams: int = Field(default=Limits().in_all, ge=1, validation_alias="BAZAAR_STREAMS")
    streams_per_address: int = Field(default=Limits().per_address, ge=1, validation_alias="BAZAAR_STREAMS_PER_ADDRESS")
    streams_per_session: int = Field(default=Limits().per_session, ge=1, validation_alias="BAZAAR_STREAMS_PER_SESSION")
    log_format: LogFormat = Field(default="text", validation_alias="BAZAAR_LOG_FORMAT")
    otlp_endpoint: str | None = Field(default=None, validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT")
    """Where spans go; the rest of OTEL_… is read by the SDK of OpenTelemetry."""

    stop_s: float = Field(default=5.0, ge=0, validation_alias="BAZAAR_STOP_S")
    """So long a stop waits for the steps in hand."""
    keep: str = Field(default="", validation_alias="BAZAAR_KEEP")
    """How long what is stored is kept, as `events 30d 256MB; jobs always`; see docs/operations.md."""

    @field_validator("keep")
    @classmethod
    def _can_be_followed(cls, text: str) -> str:
        Policy.parse(text)
        return text

    @property
    def job_limits(self) -> Mapping[JobKind, Limit]:
        """How many jobs may be at work."""
        asked: dict[JobKind, int] = {"turn": self.turns_at_once, "component": self.components_at_once}
        return {kind: replace(limit, at_once=asked[kind]) for kind, limit in LIMITS.items()}

    @property
    def stream_limits(self) -> Limits:
        """How many event streams there may be."""
        return Limits(self.streams_per_session, self.streams_per_address, self.streams)

    @property
    def policy(self) -> Policy:
        """How long what is stored is kept."""
        return Policy.parse(self.keep)
