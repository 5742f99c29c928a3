import asyncio
import json
import os
import signal
import sys

import aiohttp
import pytest

from app.settings import ROOT

pytestmark = [pytest.mark.anyio, pytest.mark.slow]


async def test_serves_the_composer_until_it_is_told_to_stop() -> None:
    words = ("-m", "app", "demo-model", "--port", "0", "--pace", "0")
    process = await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=ROOT, env={"PATH": os.environ["PATH"]}, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        said = (await process.stdout.readline()).decode()
        assert "no AI, no key" in said
        base_url = next(word for word in said.split() if word.startswith("http"))
        async with aiohttp.ClientSession() as session, session.get(f"{base_url}/models") as answer:
            assert [model["id"] for model in json.loads(await answer.text())["data"]] == ["demo-composer"]
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
