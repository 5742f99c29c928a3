"""What happens between us and the models' servers."""

from pipeline.events.event import Event


class ModelFallback(Event):
    """Another model is asked, because the one before it was out or refused; `reason` says why, `code` for machines."""

    model: str
    provider: str
    instead: str
    instead_provider: str
    code: str
    reason: str
