"""How far a component job is, in percent: never backwards, also through repairs."""

from pipeline.replay import Key
from pipeline.stages import STAGES

_FIRST_ROUND = 80.0


def begun(key: Key) -> int:
    """The percentage at which this step of a component begins."""
    return _within(key, STAGES[key.step].begins)


def done(key: Key) -> int:
    """The percentage that this step of a component reaches."""
    return 100 if key.step == "publish" else _within(key, STAGES[key.step].ends)


def writing(key: Key, characters: int) -> int:
    """The percentage while the model writes; a component has about 4,000 characters, and may have more."""
    stage = STAGES[key.step]
    share = stage.begins + (stage.ends - stage.begins) * characters / (characters + 2000)
    return _within(key, share)


def _within(key: Key, share: float) -> int:
    """The first round has 0 to 80, each round after a repair half of what is left."""
    repairs = key.ordinal + (key.step == "repair") if key.step != "generate" else 0
    low, high = _floor(repairs), _floor(repairs + 1)
    return round(low + (high - low) * share)


def _floor(repairs: int) -> float:
    return 0.0 if repairs == 0 else 100.0 - (100.0 - _FIRST_ROUND) * 0.5 ** (repairs - 1)
