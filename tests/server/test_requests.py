import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import make_mocked_request

from server import requests
from server.problems import Problem
from server.requests import LONGEST_KEY, idempotency_key
from tests.server.asking import post
from tests.server.living import Site


@pytest.mark.parametrize("key", [None, "k", "x" * LONGEST_KEY])
def test_a_key_is_what_the_caller_gives(key: str | None) -> None:
    headers = {} if key is None else {"Idempotency-Key": key}
    assert idempotency_key(make_mocked_request("POST", "/", headers=headers)) == key


@pytest.mark.parametrize("key", ["", "x" * (LONGEST_KEY + 1), "ü", "a\tb"])
def test_a_key_that_cannot_be_one_is_refused(key: str) -> None:
    with pytest.raises(Problem) as refused:
        idempotency_key(make_mocked_request("POST", "/", headers={"Idempotency-Key": key}))
    assert (refused.value.status, refused.value.code) == (422, "request.invalid")


@pytest.mark.anyio
async def test_a_body_that_never_comes_is_not_waited_for(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "BODY_S", 0.05)

    async def never() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    answer = await post(site, "/api/projects", data=never())
    assert answer.refusal == (408, "body.too-slow")
