"""How far a component job is, in percent: never backwards, also through repairs."""

from pipeline.replay import Key
from pipeline.stages import STAGES

_FIRST_ROUND = 90.0
"""Percent; most components need no repair."""

_SHOWN = frozenset({"publish", "inspect"})
"""The end of these is that something whole is to be seen; a repair after them begins another round."""

_USUAL_CHARACTERS = 4000
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
    return _within(key, stage.begins + (stage.ends - stage.begins) * _written(characters))


def _written(characters: int) -> float:
    if characters <= _USUAL_CHARACTERS:
        return _USUAL_SHARE * characters / _USUAL_CHARACTERS
    return 1.0 - (1.0 - _USUAL_SHARE) * _USUAL_CHARACTERS / characters


def _within(key: Key, share: float) -> int:
    """The first round has 0 to 90, each round after a repair half of what is left."""
    repairs = key.ordinal + (key.step == "repair") if key.step != "generate" else 0
    low, high = _floor(repairs), _floor(repairs + 1)
    return round(low + (high - low) * share)


def _floor(repairs: int) -> float:
    return 0.0 if repairs == 0 else 100.0 - (100.0 - _FIRST_ROUND) * 0.5 ** (repairs - 1)
