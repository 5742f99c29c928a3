"""What a conversation came to, by rules: the person's own words, the newest last."""

import re

from pydantic import BaseModel, ConfigDict, ValidationError

_BLOCK = re.compile(r"^(?P<fence>`{3,})json[ \t]*\n(?P<body>.*?)\n(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
_LONGEST = 200
_MOST = 12


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True)

    role: str
    content: str


class _Conversation(BaseModel):
    model_config = ConfigDict(frozen=True)

    task: str
    before: str = ""
    said: tuple[_Said, ...] = ()


def summary_in(message: str) -> str | None:
    """Put in short what the message asks to be; None where it asks for something else."""
    block = _BLOCK.search(message)
    try:
        asked = _Conversation.model_validate_json(block["body"]) if block else None
    except ValidationError:
        return None
    if asked is None or asked.task != "summarise":
        return None
    wishes = [" ".join(said.content.split())[:_LONGEST] for said in asked.said if said.role == "user"]
    lines = [f"- The person said: {wish}" for wish in wishes[-_MOST:]]
    return "\n".join([asked.before, *lines] if asked.before else lines)
