"""How many scenes a text asks for."""

import re

from composer.reading.number_words import NUMBER, value_of

SCENES = (
    r"(?:scenes?|szenen?|scènes?|escenas?|cenas?|scener|scène|slides?|shots?|parts?|chapters?|sections?"
    r"|сцен\w*|シーン|个场景|場景|场景)"
)
COUNT = re.compile(
    rf"({NUMBER})[\s-]*(?:(?!{NUMBER}|sec|min|sek|seg|сек)[^\W\d]+\s+)?(?:{SCENES})(?![a-zà-ÿа-я])"
    rf"|({NUMBER})[\s-]*(?:{NUMBER})[\s-]*(?:seconds?|s|sec)\s*-?\s*(?:scenes|slides|shots)\b"
)


def scene_count_in(text: str) -> int | None:
    """Return the number of scenes a text asks for; a scene that is only pointed at ("scene 2") is no count."""
    match = COUNT.search(text.lower())
    if match is None:
        return None
    return max(1, round(value_of(match[1] or match[2])))
