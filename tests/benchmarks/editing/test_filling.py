from pathlib import Path

import pytest

from benchmarks.editing.filling import edited, filled
from drills.server_process import ServerProcess


@pytest.mark.anyio
@pytest.mark.slow
async def test_a_project_of_a_size_is_made_and_told_of_at_a_rate(tmp_path: Path) -> None:
    async with ServerProcess(tmp_path) as server, server.client() as client:
        project = await filled(client, scenes=3, messages=6)
        await edited(client, project, scenes=3, events_per_s=100, seconds=0.2)
        now = await client.get(f"/api/projects/{project}")
    assert (len(now["scenes"]), len(now["messages"])) == (3, 6)
    assert {scene["name"] for scene in now["scenes"]} == {"Take 7", "Take 8", "Take 9"}
