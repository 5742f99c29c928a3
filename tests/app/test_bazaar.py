import gc
import sys
from pathlib import Path

import pytest

from app.bazaar import Bazaar
from app.credentials import announced
from app.errors import AddressTakenError
from app.ids import new_id
from app.making.client import Client
from app.settings import Settings
from storage.errors import StoreBusyError
from storage.lock import FolderLock

pytestmark = [pytest.mark.anyio, pytest.mark.slow]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    named = {"BAZAAR_DATA": tmp_path, "BAZAAR_PORT": 0, "BAZAAR_DEMO_PACE": 0, "BAZAAR_HOST": "127.0.0.1"}
    return Settings.model_validate(named)


async def test_answers_between_start_and_stop_and_leaves_nothing_behind(settings: Settings) -> None:
    before = sys.getswitchinterval()
    async with Bazaar(settings) as bazaar:
        address = announced(settings.data)
        assert address is not None
        assert address.url == bazaar.url
        assert bazaar.login_url == f"{bazaar.url}/login?token={bazaar.token}"
        async with Client(bazaar.url, bazaar.token) as client:
            assert await client.get("/readyz") == {"reasons": {}}
    assert announced(settings.data) is None
    assert sys.getswitchinterval() == before
    assert gc.get_freeze_count() == 0
    FolderLock(settings.data).release()


async def test_a_folder_that_is_in_use_is_left_alone(settings: Settings) -> None:
    async with Bazaar(settings) as first:
        with pytest.raises(StoreBusyError):
            await Bazaar(settings).__aenter__()
        address = announced(settings.data)
        assert address is not None
        assert address.url == first.url


async def test_an_address_that_cannot_be_had_stops_what_was_started(settings: Settings) -> None:
    nowhere = settings.model_copy(update={"host": "no-such-host.invalid"})
    with pytest.raises(AddressTakenError, match=r"cannot listen on no-such-host\.invalid:0"):
        await Bazaar(nowhere).__aenter__()
    FolderLock(settings.data).release()


def test_ids_cannot_be_guessed() -> None:
    assert len({new_id("job") for _ in range(1000)}) == 1000
    assert new_id("job").startswith("job_")
