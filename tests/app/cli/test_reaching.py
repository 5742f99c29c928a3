from pathlib import Path

import pytest

from app import credentials
from app.cli.reaching import FAILED, running_on, told
from app.errors import StartError
from app.settings import Settings


async def good() -> None:
    """Nothing is in its way."""


async def bad() -> None:
    raise StartError("the disk is away")


def test_what_is_in_the_way_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert (told("backup", good), told("backup", bad)) == (0, FAILED)
    assert capsys.readouterr().err == "backup: the disk is away\n"


@pytest.mark.anyio
async def test_a_server_that_is_announced_and_does_not_answer_is_none(tmp_path: Path) -> None:
    settings = Settings().model_copy(update={"data": tmp_path})
    assert await running_on(settings) is None
    credentials.announce(tmp_path, "http://127.0.0.1:9")
    assert await running_on(settings) is None
