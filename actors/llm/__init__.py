"""Who talks to the model: one loop, many streams, each of which can be cut at once."""

from actors.llm.endpoint import Candidate, Endpoint, Models, Patience
from actors.llm.llm import LLM

__all__ = ["LLM", "Candidate", "Endpoint", "Models", "Patience"]
