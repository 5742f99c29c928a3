"""Worked examples by kind of scene; an author is shown the three that fit its scene best."""

import re
from dataclasses import dataclass
from importlib.resources import files

from pipeline.tokens import tokens

MOST_SHOWN = 3
MOST_TOKENS = 2_400
"""What all examples of a prompt may take together."""


@dataclass(frozen=True)
class Example:
    """A component that is made well; `fits` finds the words of scenes of its kind."""

    name: str
    fits: re.Pattern[str]
    text: str


def _example(name: str, words: str) -> Example:
    text = files("pipeline.prompts").joinpath("examples", f"{name}.md").read_text(encoding="utf-8").strip()
    return Example(name, re.compile(rf"\b(?:{words})", re.IGNORECASE), text)


EXAMPLES = (
    _example("title", "title|intro|open|logo|name|headline|reveal|titel|titre|título"),
    _example("words", "words?|kinetic|phrase|slogan|claim|quote|typograph|text"),
    _example("list", "lists?|points?|steps?|bullets?|features?|reasons?|agenda|benefits?|first|liste|pasos"),
    _example("closing", "outro|clos|end ?card|end|call to action|cta|sign ?up|visit|contact|goodbye|final|join|start"),
    _example("number", "numbers?|counts?|counter|figure|percent|million|billion|stat|growth|users|zahl"),
    _example("chart", "charts?|bars?|graph|revenue|compar|versus|quarter|sales|diagram|data"),
)
"""In the order in which they are shown where none fits better than another."""


def examples_for(description: str) -> tuple[Example, ...]:
    """The examples for a scene of that description, the most fitting first."""
    ranked = sorted(EXAMPLES, key=lambda example: -len(set(example.fits.findall(description.lower()))))
    shown: list[Example] = []
    left = MOST_TOKENS
    for example in ranked[:MOST_SHOWN]:
        left -= tokens(example.text)
        if left < 0 and shown:
            break
        shown.append(example)
    return tuple(shown)
