import asyncio
import json

from actors.llm.gathering import Gathering
from actors.llm.transcripts import keep_request, keep_response
from pipeline.failures import ErrorContext
from tests.actors.llm.desk import Shelf


def test_of_an_image_only_its_size_is_kept() -> None:
    shelf = Shelf()
    url = "data:image/png;base64," + "A" * 1000
    asked = {"messages": [{"content": [{"image_url": {"url": url}}, {"text": "data:"}]}]}
    kept = json.loads(shelf.kept[asyncio.run(keep_request(shelf, asked, "none"))])
    [image, text] = kept["messages"][0]["content"]
    assert image["image_url"]["url"] == "data:image/png;base64,… (1,022 characters)"
    assert text == {"text": "data:"}


def test_half_an_answer_is_kept_with_why_it_is_half() -> None:
    shelf, heard = Shelf(), Gathering(0, is_received=True)
    heard.say("Half")
    error = ErrorContext(code="model.cut", message="cut")
    kept = json.loads(shelf.kept[asyncio.run(keep_response(shelf, heard, error, "none"))])
    assert (kept["text"], kept["error"]["code"], kept["usage"]["estimated"]) == ("Half", "model.cut", True)
