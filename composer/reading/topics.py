"""What a text is about, in a few words for a headline, when nothing is quoted."""

import re
from itertools import takewhile

from composer.reading.colours import mentions_in
from composer.reading.counts import COUNT
from composer.reading.durations import spans_in
from composer.reading.number_words import NUMBER
from composer.reading.quotes import MASK, tidy

LONGEST_TOPIC = 60

_STOP = (
    r"(?=[,.;:!?\n(]|\s[-\u2013—]\s|\s+(?:with|in|using|that|which|where|and|mit|avec|con|com|then|please"
    r"|lasting|as a|for my|bitte)\b|$)"
)
_LED = tuple(
    re.compile(lead if lead.endswith("$)") else f"{lead}{_STOP}", re.IGNORECASE)
    for lead in (
        (
            r"\b(?:about|regarding|explaining|introducing|announcing|celebrating|called|named|titled|promoting|über"
            r"|sobre|acerca de|à propos de|про|\u043e\u0431)\s+(.{2,60}?)"
        ),
        r"(?:关于|關於)(.{1,30}?)(?=的|$)",
        r"^(.{1,30}?)(?=(?:についての|に関する|の)(?:動画|ビデオ)|について$)",
        r"\b(?:for|to promote|to sell|für|pour|para|per|sur|om|over)\s+(.{2,60}?)",
        r"\b(?:video|teaser|animation|clip|intro|film|trailer|ad)\s+of\s+(.{2,60}?)",
    )
)
_ARTICLE = re.compile(
    r"^(?:the|a|an|my|our|your|his|her|their|der|die|das|ein|eine|le|la|les|el|los|las|il)\s+", re.IGNORECASE
)
_NOISE_TEXT = """
a an the and or of for with in on to about make me create please generate video videos clip animation
animated motion graphics graphic teaser trailer scene scenes second seconds minute short long quick nice
cool beautiful simple want need would like i you can could some my our your it that this is are be show
showing do give colors colours color colour our palette each per square vertical landscape portrait launch
new us we have should using use bitte mache mach ein eine über mit und video film erstelle mir un une des
le la avec faites fais crea un una con sobre de del sekunden szenen segundos escenas secondes scènes fps
1080p 4k instagram story stories reel reels tiktok youtube each long half without replace start over again
instead
"""
_NOISE = frozenset(_NOISE_TEXT.split())
_NO_TOPIC = re.compile(
    rf"^(?:(?:{NUMBER}|many|several|some)\s+(?:years?|months?|weeks?|days?|hours?|times?|people)"
    r"|free|example|instance|me|us|him|her|them|now|ever|always|sure|real)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\S+")
_MOST_WORDS = 6


def topic_in(masked_text: str) -> str:
    """Return a headline of at most sixty characters, or nothing where the text holds no word of its own."""
    counted = [(match.start(), match.end()) for match in COUNT.finditer(masked_text.lower())]
    text = _blanked(masked_text, [(span.start, span.end) for span in spans_in(masked_text)] + counted)
    for pattern in _LED:
        for match in pattern.finditer(text):
            if topic := _as_topic(match[1]):
                return topic
    text = _blanked(text, [(mention.start, mention.end) for mention in mentions_in(text)])
    words = [word.strip(".,;:!?()\"'") for word in _TOKEN.findall(text[:400])]
    kept = [word for word in words if word and word.lower() not in _NOISE]
    until_figures = list(takewhile(lambda word: not any(letter.isdigit() for letter in word), kept))
    return _capitalised(" ".join((until_figures or kept)[:_MOST_WORDS]))


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in spans:
        characters[start:end] = " " * (end - start)
    return re.sub(MASK, " ", "".join(characters))


def _as_topic(found: str) -> str:
    topic = _ARTICLE.sub("", tidy(found).strip(" ,.;:!?-"))
    words = [word for word in topic.split() if word.lower() not in _NOISE]
    return _capitalised(topic) if words and not _NO_TOPIC.search(topic) else ""


def _capitalised(text: str) -> str:
    short = text
    while len(short) > LONGEST_TOPIC:
        short = short.rsplit(" ", 1)[0] if " " in short else short[:LONGEST_TOPIC]
    return short[:1].upper() + short[1:]
