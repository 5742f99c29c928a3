"""The pictures that came with a message: the composer has no eyes, draws none, and says so."""

import re

_ATTACHED = re.compile(r"\n\n\(Attached to this message: (?P<named>[^\n]*)\.\)(?=\s|$)")

NO_PICTURES = (
    "I draw no pictures: what you attached is kept with the project, and a model that is set up will use it as it is."
)


def without_attached(text: str) -> tuple[str, bool]:
    """Return the words alone, and whether pictures came with them; a size in their note is none of the video's."""
    words, found = _ATTACHED.subn("", text)
    return words, found > 0
