"""Durations of scenes that are there: set, longer, shorter, the whole made to fit."""

import re

from composer.reading.durations import spans_in
from composer.reply import Call
from composer.turn.state import SceneState, State
from composer.turn.targets import Targets

_LONGER = re.compile(r"\b(?:longer|extend|lengthen|more time|länger|plus long\w*|más larg\w*)\b")
_SHORTER = re.compile(r"\b(?:shorter|shorten|trim|less time|kürzer|plus court\w*|más cort\w*)\b")
_TWICE = re.compile(r"\b(?:twice as long|double the (?:length|duration)|doppelt so lang)\b")
_HALF = re.compile(r"\b(?:half as long|half the (?:length|duration)|halb so lang)\b")
_WHOLE = re.compile(r"\b(?:video|whole|total|in all|altogether|entire|everything|film|clip)\b")
_EACH = re.compile(r"\b(?:each|every|all (?:of the |the )?scenes|all of them)\b")
_SHORTEST, _LONGEST = 0.2, 600.0


def lengths_in(clause: str, targets: Targets, state: State) -> list[Call]:
    """Return the updates of durations that a clause asks for, none where it asks for none."""
    lower = clause.lower()
    spans = spans_in(lower)
    factor = _factor(lower)
    if not spans and factor is None:
        return []
    is_whole = bool(_WHOLE.search(lower)) and not _EACH.search(lower)
    if is_whole or (targets.found_nothing and len(state.scenes) > 1):
        return _fitted(state, spans[0].seconds if spans else None, _sign(lower), factor)
    scenes = targets.scenes or (state.scenes if targets.found_nothing else ())
    return [
        _update(scene, _seconds(scene, spans[0].seconds if spans else None, _sign(lower), factor)) for scene in scenes
    ]


def _fitted(state: State, seconds: float | None, sign: int, factor: float | None) -> list[Call]:
    """Stretch all scenes alike; in whole frames, so that they add up to what was asked."""
    total = sum(scene.duration_seconds for scene in state.scenes) or 1.0
    wanted = (total + sign * seconds if sign else seconds) if seconds else total * (factor or 1)
    fps = state.project.fps or 30
    frames = max(len(state.scenes), round(max(_SHORTEST, wanted) * fps))
    ends = [0]
    for scene in state.scenes:
        ends.append(ends[-1] + max(1, round(scene.duration_seconds / total * frames)))
    ends[-1] = max(ends[-2] + 1, frames)
    spans = zip(state.scenes, ends, ends[1:], strict=False)
    return [_update(scene, (end - start) / fps) for scene, start, end in spans]


def _seconds(scene: SceneState, seconds: float | None, sign: int, factor: float | None) -> float:
    if seconds is None:
        return scene.duration_seconds * (factor or 1)
    return scene.duration_seconds + sign * seconds if sign else seconds


def _update(scene: SceneState, seconds: float) -> Call:
    return Call(
        "update_scene", {"scene_id": scene.id, "duration_seconds": round(min(_LONGEST, max(_SHORTEST, seconds)), 6)}
    )


def _sign(lower: str) -> int:
    return 1 if _LONGER.search(lower) else -1 if _SHORTER.search(lower) else 0


def _factor(lower: str) -> float | None:
    if _TWICE.search(lower):
        return 2.0
    if _HALF.search(lower):
        return 0.5
    return 1.5 if _LONGER.search(lower) else 0.66 if _SHORTER.search(lower) else None
