import json
import urllib.request
from typing import Any, cast

import pytest

from benchmarks import console
from benchmarks.console_host import TOKEN, console_on, served
from benchmarks.crowd import ACTORS, Crowd
from benchmarks.frames import LOOK_S
from server.console.changes import change


def test_a_mean_is_told_with_how_far_it_may_be_off() -> None:
    mean, low, high = console.interval([1.0, 2.0, 3.0])
    assert (mean, round(low, 2), round(high, 2)) == (2.0, -0.48, 4.48)
    assert console.interval([1.0])[1] == float("-inf")
    assert console.QUICK.seconds > LOOK_S


def test_the_crowd_changes_as_a_system_does() -> None:
    crowd = Crowd()
    first = crowd.snapshot()
    second = change(first, crowd.snapshot())
    while second is None:
        second = change(first, crowd.snapshot())
    assert len(cast("list[Any]", first["children"])) == ACTORS
    spans, left_out, _ = crowd.spans_after(None, {}, 1)
    assert (len(spans), left_out >= 0) == (1, True)


def test_a_crowd_is_served_as_a_console() -> None:
    crowd = Crowd()
    with served(console_on(cast("Any", crowd), crowd.snapshot)) as url:
        asked = urllib.request.Request(f"{url}/console/api/snapshot", headers={"Authorization": f"Bearer {TOKEN}"})  # noqa: S310
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310
            assert len(json.load(answer)["mailboxes"]) == ACTORS


@pytest.mark.slow
def test_the_three_are_measured_by_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "QUICK", console.Sizes(2, 32, 0.1))
    monkeypatch.setattr(console, "_frames", lambda _: iter(()))
    figures = {figure.name: figure.value for figure in console.run(quick=True)}
    assert {"open_per_s", "closed_cost_percent", "open_cost_percent", "open_cost_high_percent"} <= figures.keys()
