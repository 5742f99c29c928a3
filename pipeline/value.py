"""The root of every value that is stored or sent: frozen, and strict about unknown fields."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value, compared by its content, encoded as JSON by `model_dump_json`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
