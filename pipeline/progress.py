"""How far a component job is, in percent: never backwards, also through repairs."""

from pipeline.replay import Key

_BEGUN = {"generate": 0.05, "repair": 0.05, "build": 0.55, "validate": 0.7, "publish": 0.95}
_DONE = {"generate": 0.5, "repair": 0.5, "build": 0.65, "validate": 0.9, "publish": 1.0}
_FIRST_ROUND = 80.0


def begun(key: Key) -> int:
    """The percentage at which this step of a component begins."""
    return _within(key, _BEGUN[key.step])


def done(key: Key) -> int:
    """The percentage that this step of a component reaches."""
    return 100 if key.step == "publish" else _within(key, _DONE[key.step])


def writing(key: Key, characters: int) -> int:
    """The percentage while the model writes; a component has about 4,000 characters, and may have more."""
    share = _BEGUN[key.step] + (_DONE[key.step] - _BEGUN[key.step]) * characters / (characters + 2000)
    return _within(key, share)


def _within(key: Key, share: float) -> int:
    """The first round has 0 to 80, each round after a repair half of what is left."""
    repairs = key.ordinal + (key.step == "repair") if key.step != "generate" else 0
    low, high = _floor(repairs), _floor(repairs + 1)
    return round(low + (high - low) * share)


def _floor(repairs: int) -> float:
    return 0.0 if repairs == 0 else 100.0 - (100.0 - _FIRST_ROUND) * 0.5 ** (repairs - 1)
