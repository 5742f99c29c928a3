"""Everything a person's message says about a video."""

import re
from dataclasses import dataclass

from composer.reading.colours import colours_in, refused_in
from composer.reading.counts import SCENES, scene_count_in
from composer.reading.durations import durations_in
from composer.reading.number_words import NUMBER
from composer.reading.quotes import Masked, masked, tidy
from composer.reading.sizes import Shape, fps_in, shape_in
from composer.reading.topics import topic_in

LONGEST_READ = 6000
MOST_SCENES = 60

_SEGMENT = re.compile(
    rf"(?:^|(?<=[\s.;,(]))(?:scene|szene|slide|scène|escena)\s*(?:#\s*)?(?:{NUMBER})\s*(?:[:.)\u2013—-]|\bis\b|\bshows?\b)\s*",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?。\uff01\uff1f])\s*|\n+")
_INSTRUCTS = re.compile(
    rf"\b(?:make|create|generate|video|animation|teaser|clip|colou?rs?|use|using|show|please|seconds?|fps|add|style|{SCENES})\b"
    r"|\b(?:i|we) (?:want|need|would like)\b",
    re.IGNORECASE,
)
_SHORTEST_SENTENCE, _LONGEST_SENTENCE = 3, 90
_FEWEST_SEGMENTS = 2


@dataclass(frozen=True)
class Wish:
    """What a message asks for, read once."""

    sentence: Masked
    scene_count: int | None
    total_seconds: float | None
    each_seconds: float | None
    colours: tuple[str, ...]
    refused_colours: tuple[str, ...]
    shape: Shape | None
    fps: int | None
    topic: str
    segments: tuple[str, ...]
    statements: tuple[str, ...]


def wish_in(message: str) -> Wish:
    """Read a message; of a very long one its beginning."""
    sentence = masked(message[:LONGEST_READ])
    durations = durations_in(sentence.text)
    return Wish(
        sentence=sentence,
        scene_count=scene_count_in(sentence.text),
        total_seconds=durations.total,
        each_seconds=durations.each,
        colours=colours_in(sentence.text),
        refused_colours=refused_in(sentence.text),
        shape=shape_in(sentence.text),
        fps=fps_in(sentence.text),
        topic=topic_in(sentence.text),
        segments=_segments(message[:LONGEST_READ]),
        statements=_statements(sentence),
    )


def _segments(message: str) -> tuple[str, ...]:
    """Return what follows each "scene N:"."""
    starts = list(_SEGMENT.finditer(message))
    if len(starts) < _FEWEST_SEGMENTS:
        return ()
    ends = [*(match.start() for match in starts[1:]), len(message)]
    return tuple(tidy(message[start.end() : end]).rstrip(" ,;") for start, end in zip(starts, ends, strict=True))[
        :MOST_SCENES
    ]


def _statements(sentence: Masked) -> tuple[str, ...]:
    """Return the sentences that say something rather than ask for something."""
    sentences = [tidy(sentence.restored(part)) for part in _SENTENCES.split(sentence.text)]
    if len(sentences) < _FEWEST_SEGMENTS:
        return ()
    return tuple(part for part in sentences if _is_a_statement(part))[:MOST_SCENES]


def _is_a_statement(part: str) -> bool:
    return (
        _SHORTEST_SENTENCE <= len(part) <= _LONGEST_SENTENCE and not part.endswith(":") and not _INSTRUCTS.search(part)
    )
