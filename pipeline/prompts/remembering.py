"""How a long conversation fits a prompt: its newest part stays word for word, the oldest becomes a summary."""

import json

from pipeline.chat import ChatMessage, Summary
from pipeline.commands import Recollection
from pipeline.prompts.template import Template, fenced
from pipeline.tokens import tokens

MOST_TOKENS = 8_000
"""A conversation that takes more is shortened; the message that is answered now never counts, and is never cut."""

KEPT_TOKENS = 4_000
"""So much of its newest part stays as it is; no message is ever cut in two."""

_SUMMARY = Template("summary")
_LONGEST_ENTRY = 4_000
"""Characters of one entry that whoever summarises is shown."""


def fits(recollection: Recollection) -> bool:
    """Whether the conversation can be told as it is."""
    return sum(tokens(message.content) for message in recollection.history) <= MOST_TOKENS


def newest(history: tuple[ChatMessage, ...]) -> int:
    """Where the part begins that stays word for word; the last exchange always does."""
    left = KEPT_TOKENS
    for place in range(len(history) - 1, -1, -1):
        left -= tokens(history[place].content)
        if left < 0:
            return min(place + 1, len(history) - 1)
    return 0


def summary_prompt(earlier: Summary | None, said: tuple[ChatMessage, ...]) -> tuple[ChatMessage, ...]:
    """What to say to have the oldest part put in short, together with what was put in short before."""
    told = {
        "task": "summarise",
        "before": earlier.text if earlier else "",
        "said": [{"role": message.role, "content": message.content[:_LONGEST_ENTRY]} for message in said],
    }
    text = _SUMMARY.filled(said=fenced("json", json.dumps(told, ensure_ascii=False)))
    return (ChatMessage(role="user", content=text),)


def as_told(summary: Summary) -> ChatMessage:
    """How the model of a turn hears it."""
    return ChatMessage(role="system", content=f"What was said before, in short:\n\n{summary.text}")
