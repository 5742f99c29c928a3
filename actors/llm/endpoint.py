"""Which server answers, with which models, how it speaks, and how long it may take."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.commands import ModelRole

Api = Literal["chat", "responses"]
"""Which wire: Chat Completions, which every compatible server speaks, or the Responses API."""

Lack = Literal["stream_options", "finish_reason", "tools", "images", "temperature", "reasoning_effort"]
"""What a server may do without. It is not sent, or not waited for; tokens that nobody counts are estimated anyway."""


@dataclass(frozen=True)
class Endpoint:
    """An OpenAI-compatible server. The key stays out of every representation."""

    provider: str
    base_url: str | None
    api_key: str = field(repr=False)
    models: Mapping[ModelRole, str]
    api: Api = "chat"
    lacks: frozenset[Lack] = frozenset()
    read_timeout_s: float = 90.0
    deadline_s: float = 600.0
