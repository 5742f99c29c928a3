"""What is answered in words alone: greetings, questions, and what is not for a composer of rules."""

import re

_ABLE = (
    "I can plan a video from a sentence (say what it is about, how many scenes, how long, which colours,"
    " vertical or square, texts in quotes,"
    " lists and figures), and change it: colours, texts, speed, durations, order, adding and removing scenes."
)
_HONEST = "I am the demo composer: fixed rules, no AI and no key."
_REQUEST = re.compile(
    r"^\W*(?:(?:please|hi|hello|hey|so|ok|okay|now)\W+)*(?:can|could|would|will) you\s+(?:please\s+)?"
    r"(?:make|create|build|generate|do|change|turn|add|remove|delete|move|set|swap|animate|show|write|put|rename|give)\b"
)
_QUESTION = re.compile(
    r"^\W*(?:what|who|how|why|when|where|which|can|could|do|does|did|is|are|am|will|would|should|was|wer|was|wie|warum|qui|comment|quoi|qué|cómo|quién)\b"
)
_GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|hallo|bonjour|hola|ciao|servus|good (?:morning|evening|day)|thanks|thank you|danke"
    r"|merci|gracias|ok|okay|great|cool|nice|help)"
    r"(?:\s+(?:there|you|all|so much|a lot))?\W*$"
)
_META = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|above|previous)\b"
    r"|\bsystem prompt\b|\byour (?:instructions|prompt|api key|key|password)\b|\bjailbreak\b|\bdeveloper mode\b"
    r"|\b(?:code|component|script)\b.{0,30}\b(?:that |which |to )?(?:fetch(?:es)?|steals?|sends?|downloads?"
    r"|reads? (?:the )?(?:cookies?|files?|environment))\b",
    re.DOTALL,
)


def is_request(text: str) -> bool:
    """Tell a polite request ("can you make ...?") from a question."""
    return bool(_REQUEST.search(text.lower()))


def words_alone(text: str, *, has_scenes: bool) -> str | None:
    """Return the answer to a message that asks for no video; None where it asks for one. Quotes must be masked."""
    lower = text.lower().strip()
    if not lower:
        return f"There was nothing to read. {_ABLE}"
    if _META.search(lower):
        return (
            "I cannot do that: I have no hidden words to print, and I write nothing but motion scenes,"
            f" which have no network, files or keys. Tell me what the video should show. {_HONEST}"
        )
    if _GREETING.search(lower):
        hint = "Tell me what to change." if has_scenes else "Tell me what your video is about, and I plan its scenes."
        return f"Hello! {_HONEST} {hint}"
    if lower.endswith(("?", "\uff1f")) and _QUESTION.search(lower) and not is_request(lower):
        return f"{_HONEST} {_ABLE}"
    return None


def nothing_to_change() -> str:
    """Return the answer to an edit when there is no scene yet."""
    return f"There is no scene yet to change. Tell me what your video is about, for example: “{EXAMPLE}”. {_HONEST}"


def not_understood() -> str:
    """Return the answer to what no rule could read."""
    return (
        "I could not tell what to change. Name a scene (“the second scene”) and a change: a colour, a text in"
        " quotes, slower or faster,"
        f" a duration, another place, or remove it. {_HONEST}"
    )


EXAMPLE = "A 10 second launch teaser for 'Nimbus', three scenes, navy and coral"
