"""Attached images as the wires take them: data URLs, of the kinds that models can see."""

import asyncio
import base64
from collections.abc import Iterable
from contextlib import suppress

from actors.llm.transcripts import Artifacts
from pipeline.chat import ChatMessage
from pipeline.ids import Sha256
from storage.errors import NotFoundError

_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))


async def data_urls(artifacts: Artifacts, messages: Iterable[ChatMessage]) -> dict[Sha256, str]:
    """Those of the conversation, by artifact; what is gone or no image is left out, and the model is told of it."""
    found: dict[Sha256, str] = {}
    for name in dict.fromkeys(image for message in messages for image in message.images):
        with suppress(NotFoundError):
            url = data_url(await asyncio.to_thread(artifacts.get, name))
            found |= {name: url} if url else {}
    return found


def data_url(content: bytes) -> str | None:
    """The image as a URL; None for what no model takes (also SVG, which is a program)."""
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    kind = "webp" if is_webp else next((kind for head, kind in _KINDS if content.startswith(head)), None)
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}" if kind else None
