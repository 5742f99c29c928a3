"""How many scenes, how long each: whole frames that add up to what was asked."""

from dataclasses import dataclass

from composer.reading.wish import MOST_SCENES, Wish

SHORTEST_SCENE = 0.6
LONGEST_VIDEO = 3600.0
USUAL_SCENE = 3.5

_CALM_SCENE = 6.0
_MOST_UNASKED = 10
_LONGEST_SCENE = 600.0


@dataclass(frozen=True)
class Timing:
    """The number of scenes, the seconds of the whole, and what had to be decided against the wish."""

    scenes: int
    seconds: float
    notes: tuple[str, ...] = ()


def timing_of(wish: Wish, natural: int) -> Timing:
    """Settle scenes and seconds; `natural` is how many scenes the content would like."""
    total, notes = _total(wish)
    count = wish.scene_count or natural
    if wish.scene_count is None and len(wish.segments) == 0 and natural > 1:
        count = _fitting(natural, total, wish.each_seconds)
    if count > MOST_SCENES:
        notes.append(f"{count} scenes are more than I make at once, so I made {MOST_SCENES}")
        count = MOST_SCENES
    seconds = total or (wish.each_seconds or USUAL_SCENE) * count
    if seconds / count < SHORTEST_SCENE:
        fewer = max(1, int(seconds / SHORTEST_SCENE + 1e-9))
        notes.append(
            f"{count} scenes in {spoken(seconds)} would be too short to read, so I kept the length and made {fewer}"
        )
        count = fewer
    seconds = min(seconds, count * _LONGEST_SCENE)
    if wish.each_seconds and total and abs(wish.each_seconds * count - total) > 1 / 10:
        notes.append(
            f"{count} times {spoken(wish.each_seconds)} is not {spoken(total)}, so I kept the {spoken(total)} in all"
        )
    return Timing(count, seconds, tuple(notes))


def shared_out(seconds: float, scenes: int, fps: float) -> list[float]:
    """Share seconds out in whole frames; the first scenes get what is left over."""
    frames = max(scenes, round(seconds * fps))
    each, over = divmod(frames, scenes)
    return [round((each + (1 if place < over else 0)) / fps, 6) for place in range(scenes)]


def spoken(seconds: float) -> str:
    """Say seconds: "10 seconds", "1 second", "2.5 seconds"."""
    number = f"{seconds:.2f}".rstrip("0").rstrip(".")
    return f"{number} second" if number == "1" else f"{number} seconds"


def _total(wish: Wish) -> tuple[float | None, list[str]]:
    total = wish.total_seconds
    if total and total > LONGEST_VIDEO:
        return LONGEST_VIDEO, [f"{spoken(total)} are more than I make, so I made {spoken(LONGEST_VIDEO)}"]
    return total, []


def _fitting(natural: int, total: float | None, each: float | None) -> int:
    if total is None:
        return natural
    if each:
        return max(1, round(total / each))
    if total > natural * _CALM_SCENE:
        return max(natural, min(_MOST_UNASKED, round(total / _CALM_SCENE)))
    return max(1, min(natural, int(total / 1.2)))
