import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from tests.server.living import PROJECT, TOKEN, living
from tests.server.streams.asked import cursor

pytestmark = pytest.mark.anyio

PAGE = (Path(__file__).parents[2] / "docs" / "streams.md").read_text(encoding="utf-8")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def first_two(url: str, last: str) -> list[tuple[Any, ...]]:
    told: dict[str, Any] = {}
    [code] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(code, told)  # noqa: S102 - the page's own example
    following = told["follow"](url, TOKEN, last)
    return [next(following), next(following)]


async def test_the_example_in_python_follows_a_project_behind_an_id(tmp_path: Path) -> None:
    async with living(tmp_path) as site:
        site.begin()
        url = f"{site.url}/api/projects/{PROJECT}/events"
        heard = await asyncio.to_thread(first_two, url, cursor(site, 1))
    assert [(name, told) for name, told, _ in heard] == [
        (cursor(site, 2), "message.created"),
        (cursor(site, 3), "job.queued"),
    ]
