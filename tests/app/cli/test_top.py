"""The console in the terminal: `top`, `job` and `resume` on a running server."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.bazaar import Bazaar
from app.cli import main
from app.making.client import Client
from app.settings import Settings
from drills.watching import Watch

pytestmark = [pytest.mark.anyio, pytest.mark.slow]


@pytest.fixture
async def bazaar(tmp_path: Path) -> AsyncIterator[Bazaar]:
    named = {"BAZAAR_DATA": tmp_path, "BAZAAR_PORT": 0, "BAZAAR_DEMO_PACE": 0, "BAZAAR_HOST": "127.0.0.1"}
    async with Bazaar(Settings.model_validate({**named, "BAZAAR_INSPECT": False})) as running:
        yield running


async def word(bazaar: Bazaar, *words: str) -> int:
    return await asyncio.to_thread(main, [*words, "--data", str(bazaar.settings.data)])


async def test_the_tree_a_job_and_its_resume_in_the_terminal(
    bazaar: Bazaar, capsys: pytest.CaptureFixture[str]
) -> None:
    async with Client(bazaar.url, bazaar.token) as client, await Watch.of_new_project(client) as watch:
        project, job = watch.project, await watch.say("A 2 second title 'Nimbus', one scene")
        await client.post(f"/api/jobs/{job}/cancel", {})
        ended = (await watch.until_over()).ended[job]
    assert await word(bazaar, "top", "--once") == 0
    assert "orchestrator" in capsys.readouterr().out
    assert await word(bazaar, "job", job) == 0
    assert f"{job}: turn of {project}, {ended}" in capsys.readouterr().out
    assert await word(bazaar, "job", job, "--json") == 0
    assert capsys.readouterr().out.startswith("{")
    assert await word(bazaar, "resume", job) == (0 if ended == "cancelled" else 1)
    assert await word(bazaar, "job", "nobody") == 1
    assert "there is no job nobody" in capsys.readouterr().err


def test_without_a_server_each_says_how_to_start_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["top", "--once"], ["job", "job_1"], ["resume", "job_1"]):
        assert main([*words, "--data", str(tmp_path)]) == 1
        assert "start it with 'python3 run.py'" in capsys.readouterr().err
