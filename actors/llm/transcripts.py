"""What was asked and what was answered, as artifacts, without the key and without the bytes of images."""

import asyncio
import json
from typing import Any, Protocol

from actors.llm.adapters.adapter import Wanted
from actors.llm.gathering import Gathering
from actors.llm.redaction import redacted
from pipeline.failures import ErrorContext
from pipeline.ids import Sha256

REQUEST, RESPONSE = "model-request", "model-response"
_IMAGE = "data:"
_LONGEST_URL = 200


class Artifacts(Protocol):
    """Where bytes are kept under the SHA-256 of their content."""

    def put(self, content: bytes, kind: str) -> Sha256:
        """Keep the bytes. Raises StoreUnavailableError."""

    def get(self, name: Sha256) -> bytes:
        """The bytes. Raises NotFoundError."""


async def keep_request(artifacts: Artifacts, wanted: Wanted, key: str) -> Sha256:
    """The body of a request."""
    return await _keep(artifacts, _without_images(wanted), key, REQUEST)


async def keep_response(artifacts: Artifacts, heard: Gathering, error: ErrorContext | None, key: str) -> Sha256:
    """What came of an answer, whole or not, and why it is not whole."""
    answer = heard.answer(provider="", ttft_ms=None, duration_ms=0.0)
    told = answer.model_dump(mode="json", include={"text", "tool_calls", "finish_reason", "model", "usage"})
    if error:
        told["error"] = error.model_dump(mode="json", exclude_defaults=True)
    return await _keep(artifacts, told, key, RESPONSE)


async def _keep(artifacts: Artifacts, told: Wanted, key: str, kind: str) -> Sha256:
    return await asyncio.to_thread(_put, artifacts, told, key, kind)


def _put(artifacts: Artifacts, told: Wanted, key: str, kind: str) -> Sha256:
    text = redacted(json.dumps(told, ensure_ascii=False, indent=1), key)
    return artifacts.put(text.encode(errors="replace"), kind)


def _without_images(value: Any) -> Any:  # noqa: ANN401 - any part of a request
    match value:
        case dict():
            return {name: _without_images(part) for name, part in value.items()}
        case list():
            return [_without_images(part) for part in value]
        case str() if value.startswith(_IMAGE) and len(value) > _LONGEST_URL:
            return f"{value.partition(',')[0]},… ({len(value):,} characters)"
    return value
