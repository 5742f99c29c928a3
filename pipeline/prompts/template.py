"""Templates with {{places}}, read once at import."""

import re
from importlib.resources import files

_PLACE = re.compile(r"\{\{(\w+)\}\}")


class Template:
    """A prompt file; `filled` puts texts in its places."""

    def __init__(self, name: str) -> None:
        self._text = files("pipeline.prompts").joinpath(f"{name}.md").read_text(encoding="utf-8").strip()

    def filled(self, **places: str) -> str:
        """The text with every place filled. Raises KeyError for a place that is not given."""
        return _PLACE.sub(lambda place: places[place.group(1)], self._text)


def fenced(language: str, content: str) -> str:
    """A fenced block that the content cannot close by itself."""
    longest = max((len(run) for run in re.findall(r"`+", content)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{content}\n{fence}"
