from pathlib import Path

import pytest

from drills.server_process import ServerDiedError, ServerProcess
from storage.lock import FolderLock

pytestmark = [pytest.mark.anyio, pytest.mark.slow]


async def test_comes_back_at_the_same_address_with_the_same_token(tmp_path: Path) -> None:
    async with ServerProcess(tmp_path) as server, server.client() as client:
        url, token, pid = server.url, server.token, server.pid
        await server.kill()
        await server.start()
        assert (server.url, server.token) == (url, token)
        assert server.pid != pid
        assert await client.get("/readyz") == {"reasons": {}}


async def test_says_why_the_server_died(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(ServerDiedError, match="is in use"):
        await ServerProcess(tmp_path).start()


def test_has_no_process_before_it_is_started(tmp_path: Path) -> None:
    with pytest.raises(ServerDiedError, match=r"call start\(\) first"):
        _ = ServerProcess(tmp_path).pid
