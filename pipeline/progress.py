"""How far a job is, in percent: never backwards, also through the repairs of a component and the rounds of a turn."""

from pipeline.replay import Key
from pipeline.stages import STAGES

_FIRST_ROUND = 90.0
"""Percent; most components need no repair."""

_FIRST_ANSWER = 80.0
"""Percent; a turn first says what is to be done, and then in few words what was."""

_SHOWN = frozenset({"publish", "inspect"})
"""The end of these is that something whole is to be seen; a repair after them begins another round."""

_USUAL_CHARACTERS = 4000
_USUAL_ANSWER = 1200
"""Characters of what a turn's first round says, tool calls included."""

_USUAL_SHARE = 0.8


def begun(key: Key) -> int:
    """The percentage at which this step of a component begins."""
    return 100 if key.step == "inspect" else _within(key, STAGES[key.step].begins)


def done(key: Key) -> int:
    """The percentage that this step of a component reaches."""
    return 100 if key.step in _SHOWN else _within(key, STAGES[key.step].ends)


def writing(key: Key, characters: int) -> int:
    """The percentage while the model writes: even up to the usual length of a component, ever slower beyond."""
    stage = STAGES[key.step]
    return _within(key, stage.begins + (stage.ends - stage.begins) * _written(characters, _USUAL_CHARACTERS))


def passing(key: Key, done: int, of: int) -> int:
    """The percentage while a step passes its gates: so many of so many parts are done."""
    stage = STAGES[key.step]
    return _within(key, stage.begins + (stage.ends - stage.begins) * min(1.0, done / of))


def answering(key: Key, characters: int) -> int:
    """The percentage of a turn while the model answers: each round after the first has half of what is left."""
    low, high = _floor(key.ordinal, _FIRST_ANSWER), _floor(key.ordinal + 1, _FIRST_ANSWER)
    return round(low + (high - low) * _written(characters, _USUAL_ANSWER))


def _written(characters: int, usual: int) -> float:
    """The share of an answer that is written: even up to the usual length, ever slower beyond."""
    if characters <= usual:
        return _USUAL_SHARE * characters / usual
    return 1.0 - (1.0 - _USUAL_SHARE) * usual / characters


def _within(key: Key, share: float) -> int:
    """The first round has 0 to 90, each round after a repair half of what is left."""
    repairs = key.ordinal + (key.step == "repair") if key.step != "generate" else 0
    low, high = _floor(repairs, _FIRST_ROUND), _floor(repairs + 1, _FIRST_ROUND)
    return round(low + (high - low) * share)


def _floor(rounds: int, first: float) -> float:
    return 0.0 if rounds == 0 else 100.0 - (100.0 - first) * 0.5 ** (rounds - 1)
