"""How replies lie in their checkpoints: JSON beside the name of their type."""

from typing import TypeVar

from pydantic import ValidationError

from pipeline.chat import ModelAnswer
from pipeline.commands import Inspection, Published, Recollection, ToolResult
from pipeline.findings import Verdict
from pipeline.value import Value
from storage.errors import DefinitionMismatchError

ValueT = TypeVar("ValueT", bound=Value)

REPLIES: dict[str, type[Value]] = {
    reply.__name__: reply for reply in (Recollection, ModelAnswer, ToolResult, Verdict, Published, Inspection)
}
"""Every type of reply; a new one is a line here. A name once stored is never given to another type."""


def decode_reply(name: str, data: str) -> Value:
    """The reply as it was recorded. Raises DefinitionMismatchError when this version cannot read it."""
    reply = REPLIES.get(name)
    if reply is None:
        message = f"a recorded reply is a {name}, which this version does not know; run the step again"
        raise DefinitionMismatchError(message)
    return decode(reply, data)


def decode(kind: type[ValueT], data: str) -> ValueT:
    """A stored value. Raises DefinitionMismatchError when this version cannot read it."""
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        message = (
            f"a stored {kind.__name__} does not fit this version ({error.error_count()} errors); run the step again"
        )
        raise DefinitionMismatchError(message) from error
