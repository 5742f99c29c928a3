"""Which scenes a sentence points at."""

import re
from dataclasses import dataclass

from composer.reading.counts import SCENES
from composer.reading.kinds import kind_in
from composer.reading.number_words import NUMBER, ORDINAL, ordinal_of, value_of
from composer.turn.state import SceneState, State

_ALL = re.compile(
    rf"\b(?:all|every|each|both|alle|toutes?|todas)\b(?:\s+(?:of )?(?:the |les |las )?)?(?:{SCENES}"
    rf"|them)?(?!\w)|\beverything\b"
    r"|\bwhole (?:video|thing)\b|\bentire video\b"
)
_LAST = re.compile(
    rf"\b(?:the )?(?:last|final|letzten?|dernière|última)\b(?: {SCENES}| one)?(?! (?:word|line|item|bar|point))"
)
_ORDINALS = re.compile(
    rf"\b({ORDINAL})\b(?:\s*(?:,|and|und|et|y)\s*(?:the )?({ORDINAL})\b)?(?! (?:word|line|item|bar|point|second))"
)
_NUMBERED = re.compile(
    rf"{SCENES}\s*(?:number |no\.? ?|#)?({NUMBER})((?:\s*(?:,|and|&|und|et|y|to|-|\u2013"
    rf"|through)\s*(?:scene )?{NUMBER}(?!\s*sec))*)"
)
_HASH = re.compile(r"(?<!\w)#(\d{1,2})\b(?![0-9a-f])")
_SHORTEST_NAME = 3
_KIND_WORDS = r"\b(?:title|intro|opener|outro|ending|counter|chart|list|kinetic)\b"


@dataclass(frozen=True)
class Targets:
    """The scenes meant, in order, and the numbers that no scene has."""

    scenes: tuple[SceneState, ...] = ()
    missing: tuple[int, ...] = ()

    @property
    def found_nothing(self) -> bool:
        """Tell that the sentence points at no scene at all."""
        return not self.scenes and not self.missing


def targets_in(text: str, state: State) -> Targets:
    """Find scenes by "all", number, ordinal, name or design, whichever the sentence uses first in this order."""
    lower = text.lower()
    numbers = _numbers(lower, len(state.scenes))
    if numbers:
        known = {scene.number: scene for scene in state.scenes}
        scenes = tuple(known[number] for number in numbers if number in known)
        return Targets(scenes, tuple(number for number in numbers if number not in known))
    if _ALL.search(lower):
        return Targets(state.scenes)
    named = tuple(scene for scene in state.scenes if _names(lower, scene))
    if named:
        return Targets(_longest_names(named))
    return Targets(_by_design(lower, state))


def _numbers(lower: str, count: int) -> list[int]:
    found: dict[int, int] = {}
    for match in _NUMBERED.finditer(lower):
        found.update(dict.fromkeys(_listed(match[1], match[2]), match.start()))
    for match in _ORDINALS.finditer(lower):
        found.update({ordinal_of(word): match.start() for word in match.groups() if word})
    found.update({int(match[1]): match.start() for match in _HASH.finditer(lower)})
    if last := _LAST.search(lower):
        found[max(1, count)] = last.start()
    return sorted(found, key=lambda number: (found[number], number))


def _listed(first: str, rest: str) -> list[int]:
    numbers = [round(value_of(first)), *(round(value_of(number)) for number in re.findall(NUMBER, rest))]
    is_range = re.search(r"\bto\b|-|\u2013|through", rest) and len(numbers) > 1
    return list(range(numbers[0], min(numbers[1], numbers[0] + 100) + 1)) if is_range else numbers


def _names(lower: str, scene: SceneState) -> bool:
    name = scene.name.lower()
    if scene.id.lower() in lower:
        return True
    return len(name) >= _SHORTEST_NAME and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lower))


def _longest_names(scenes: tuple[SceneState, ...]) -> tuple[SceneState, ...]:
    """Drop a scene whose name is only part of another named one: "Title 2" does not mean "Title"."""
    names = [scene.name.lower() for scene in scenes]
    return tuple(
        scene
        for scene in scenes
        if not any(scene.name.lower() in name and scene.name.lower() != name for name in names)
    )


def _by_design(lower: str, state: State) -> tuple[SceneState, ...]:
    word = re.search(_KIND_WORDS, lower)
    if word is None:
        return ()
    kind = kind_in("outro" if word[0] == "ending" else word[0])
    return tuple(scene for scene in state.scenes if kind_in(scene.description) is kind)[:1]
