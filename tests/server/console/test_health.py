import pytest

from tests.server.console.desk import Desk

pytestmark = pytest.mark.anyio


async def test_how_it_is_can_be_read_and_taken_away_as_a_file(desk: Desk) -> None:
    assert (await desk.get("health")).json == {"process": {"pid": 7}}
    answer = await desk.get("incident?job=job_1&reason=stuck")
    assert answer.json == {"at": 12.0, "job": "job_1", "reason": "stuck"}
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bazaar-incident-12.json"'
