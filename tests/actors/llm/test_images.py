import asyncio

import pytest

from actors.llm.images import data_url, data_urls
from pipeline.chat import ChatMessage
from pipeline.ids import Sha256
from tests.actors.llm.desk import Shelf

PNG = b"\x89PNG\r\n\x1a\n..."


@pytest.mark.parametrize(
    ("content", "kind"),
    [(PNG, "png"), (b"\xff\xd8\xff..", "jpeg"), (b"GIF89a", "gif"), (b"RIFF1234WEBP", "webp")],
)
def test_an_image_that_models_see_becomes_an_address(content: bytes, kind: str) -> None:
    assert (data_url(content) or "").startswith(f"data:image/{kind};base64,")


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"", b"RIFF1234WAVE"])
def test_what_is_no_such_image_is_not_shown(content: bytes) -> None:
    assert data_url(content) is None


def test_those_that_are_there_are_found_and_those_that_are_gone_left_out() -> None:
    shelf = Shelf(kept={"a": PNG, "b": b"text"})
    messages = [ChatMessage(role="user", content="", images=tuple(map(Sha256, names))) for names in ("ab", "ca")]
    assert list(asyncio.run(data_urls(shelf, messages))) == ["a"]
