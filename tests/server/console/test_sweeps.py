import pytest

from app.sweeps import Sweeps, table_in
from tests.server.console.desk import WHY, Desk
from tests.threads import ended

pytestmark = pytest.mark.anyio


async def test_a_sweep_runs_beside_and_leaves_its_table(desk: Desk) -> None:
    begun = (await desk.post("sweeps", {**WHY, "times": 1})).json
    await ended(begun["id"])
    done = (await desk.get(f"sweeps/{begun['id']}")).json
    assert (done["state"], done["sentence"]) == ("done", "1 of 2 deaths were survived")
    assert done["table"][1] == {"point": "after commit #1", "how": "SIGKILL", "became": "lost", "met": False}
    assert desk.actions[0][:2] == ("sweep", "1 points")
    assert (await desk.get("sweeps/none")).refusal == (404, "sweep.unknown")


def test_only_one_runs_at_a_time_and_none_is_left() -> None:
    sweeps = Sweeps(lambda prefix: prefix, ("-c", "import sys; sys.stdin.read()"))
    sweeps.begin(1)
    with pytest.raises(ValueError, match="another sweep runs"):
        sweeps.begin(1)
    sweeps.close()
    assert list(table_in("no table\n")) == []
