"""The wires a model's server may speak, each behind the same small interface; a new one is a file and a line here."""

from actors.llm.adapters.adapter import Adapter
from actors.llm.adapters.chat import ChatCompletions
from actors.llm.adapters.responses import Responses
from actors.llm.endpoint import Api

ADAPTERS: dict[Api, Adapter] = {"chat": ChatCompletions(), "responses": Responses()}

__all__ = ["ADAPTERS", "Adapter"]
