"""Which servers answer, with which models and how they speak; the key stays out of every representation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from actors.llm.wire import Wire
from pipeline.commands import ModelRole
from pipeline.spending import Budgets

Api = Literal["chat", "responses"]
"""Which wire: Chat Completions, which every compatible server speaks, or the Responses API."""

Lack = Literal["stream_options", "finish_reason", "tools", "images", "temperature", "reasoning_effort"]
"""What a server may do without. It is not sent, or not waited for; tokens that nobody counts are estimated anyway."""


@dataclass(frozen=True)
class Endpoint:
    """An OpenAI-compatible server; `is_free` says that its tokens cost nothing."""

    provider: str
    base_url: str | None
    api_key: str = field(repr=False)
    api: Api = "chat"
    lacks: frozenset[Lack] = frozenset()
    is_free: bool = False


@dataclass(frozen=True)
class Candidate:
    """A model at a server, and the settings that it is asked with."""

    endpoint: Endpoint
    model: str
    temperature: float | None = None
    reasoning_effort: str | None = None


@dataclass(frozen=True)
class Patience:
    """How long a server may take, how many calls it gets at once, and when it is left alone."""

    connect_s: float = 10.0
    read_timeout_s: float = 90.0
    deadline_s: float = 600.0
    calls_at_once: int = 16
    failures_to_open: int = 5
    open_s: float = 15.0
    line_s: float = 900.0
    """So long a call waits for its turn; then its job waits instead, and that is told."""


@dataclass(frozen=True)
class Models:
    """For each role the models to ask, the first one first; the others when it is out or refuses."""

    by_role: Mapping[ModelRole, tuple[Candidate, ...]]
    patience: Patience = Patience()
    budgets: Budgets = field(default_factory=Budgets)
    wire: Wire = field(default_factory=Wire)

    @property
    def longest_s(self) -> float:
        """The longest that one question can take: every model is asked, each as late and as long as it may be."""
        most = max(map(len, self.by_role.values()), default=1)
        return most * (self.patience.line_s + self.patience.connect_s + self.patience.deadline_s)
