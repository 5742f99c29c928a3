"""Asks a running server something and takes the answer whole."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.server.living import Site


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    json: Any

    @property
    def refusal(self) -> tuple[int, str]:
        """Status and code of a problem, after a look at its form."""
        assert self.headers["Content-Type"].startswith("application/problem+json")
        assert self.json["status"] == self.status
        assert {"type", "title", "detail", "correlation"} <= self.json.keys()
        return self.status, self.json["code"]


async def ask(site: Site, method: str, path: str, **asked: Any) -> Answer:  # noqa: ANN401 - passed on as it is
    async with site.session.request(method, f"{site.url}{path}", allow_redirects=False, **asked) as response:
        body = await response.read()
        is_json = "json" in response.headers.get("Content-Type", "")
        return Answer(response.status, response.headers, body, json.loads(body) if is_json else None)


async def get(site: Site, path: str, **asked: Any) -> Answer:  # noqa: ANN401 - passed on as it is
    return await ask(site, "GET", path, **asked)


async def post(site: Site, path: str, **asked: Any) -> Answer:  # noqa: ANN401 - passed on as it is
    return await ask(site, "POST", path, **asked)
