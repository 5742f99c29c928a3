"""Order of scenes: moving, swapping, reversing."""

import re

from composer.reading.number_words import NUMBER, value_of
from composer.reply import Call
from composer.turn.state import SceneState, State
from composer.turn.targets import targets_in

_SWAP = re.compile(r"\b(?:swap|switch|exchange|tausche)\b")
_MOVE = re.compile(r"\b(?:move|put|bring|place|shift|verschiebe|déplace|mueve)\b")
_REVERSE = re.compile(r"\breverse\b.*\b(?:order|scenes)\b|\bbackwards order\b")
_DESTINATION = re.compile(
    r"\b(?:to|at|in|into|an|ans|nach|à|al)\s+(?:the |den |das |la )?(?P<place>front|start|beginning|top"
    r"|first(?: place| position)?|end|back|bottom|last(?: place| position)?"
    rf"|anfang|ende|début|fin|principio|final|(?:position|place|number|spot)\s*(?P<number>{NUMBER}))"
    r"|\b(?P<side>before|after|behind|in front of)\b\s*(?P<other>.+)$|\b(?P<adverb>up|down|earlier|later|first"
    r"|last)\s*$"
)
_FRONT = ("front", "start", "beginning", "top", "first", "anfang", "début", "principio")


def moves_in(clause: str, state: State) -> list[Call] | None:
    """Return the moves that a clause asks for; None where it is not about order, nothing where it cannot tell."""
    lower = clause.lower()
    if _REVERSE.search(lower):
        return [_move(scene, 1) for scene in state.scenes[1:]]
    if _SWAP.search(lower):
        return _swapped(lower, state)
    if not _MOVE.search(lower):
        return None
    destination = _DESTINATION.search(lower)
    return _moved(destination, lower, state) if destination else None


def _swapped(lower: str, state: State) -> list[Call] | None:
    text = re.sub(rf"\b({NUMBER})\s*(?:and|with|und|&)\s*(?={NUMBER})", r"scene \1 and scene ", lower)
    scenes = sorted(targets_in(text, state).scenes, key=lambda scene: scene.number)
    if len(scenes) != 2:  # noqa: PLR2004 - a swap is of two
        return [] if "scene" in text or "title" in text else None
    first, second = scenes
    if second.number == first.number + 1:
        return [_move(second, first.number)]
    return [_move(first, second.number), _move(second, first.number)]


def _moved(destination: re.Match[str], lower: str, state: State) -> list[Call]:
    meant = targets_in(lower[: destination.start()], state)
    if not meant.scenes:
        return []
    position = _position(destination, meant.scenes[0], state)
    if position is None or position == meant.scenes[0].number:
        return []
    return [_move(meant.scenes[0], position)]


def _position(destination: re.Match[str], moved: SceneState, state: State) -> int | None:
    if destination["number"]:
        return min(len(state.scenes), max(1, round(value_of(destination["number"]))))
    if destination["side"]:
        return _beside(destination, moved, state)
    word = destination["place"] or destination["adverb"]
    if word in {"up", "earlier"}:
        return max(1, moved.number - 1)
    if word in {"down", "later"}:
        return min(len(state.scenes), moved.number + 1)
    return 1 if word.startswith(_FRONT) else len(state.scenes)


def _beside(destination: re.Match[str], moved: SceneState, state: State) -> int | None:
    others = targets_in(destination["other"], state).scenes
    if not others:
        return None
    number = others[0].number - (1 if others[0].number > moved.number else 0)
    return number if destination["side"] in {"before", "in front of"} else number + 1


def _move(scene: SceneState, position: int) -> Call:
    return Call("move_scene", {"scene_id": scene.id, "position": position})
