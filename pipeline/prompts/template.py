"""Templates with {{places}}, read once at import."""

import re
from importlib.resources import files

from pydantic_core import to_json

_PLACE = re.compile(r"\{\{(\w+)\}\}")


class Template:
    """A prompt file; `filled` puts texts in its places."""

    def __init__(self, name: str) -> None:
        self._text = files("pipeline.prompts").joinpath(f"{name}.md").read_text(encoding="utf-8").strip()

    def filled(self, **places: str) -> str:
        """The text with every place filled. Raises KeyError for a place that is not given."""
        return _PLACE.sub(lambda place: places[place.group(1)], self._text)


def as_json(value: object) -> str:
    """A fenced block of JSON, one field a line."""
    return fenced("json", to_json(value, indent=1).decode())


def fenced(language: str, content: str) -> str:
    """A fenced block that the content cannot close by itself."""
    longest = max((len(run) for run in re.findall(r"`+", content)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{content}\n{fence}"
