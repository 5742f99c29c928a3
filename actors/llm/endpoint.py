"""Which server answers, with which models, and how long it may take."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.commands import ModelRole


@dataclass(frozen=True)
class Endpoint:
    """An OpenAI-compatible server. The key stays out of every representation."""

    provider: str
    base_url: str | None
    api_key: str = field(repr=False)
    models: Mapping[ModelRole, str]
    read_timeout_s: float = 90.0
    deadline_s: float = 600.0
