from io import StringIO
from typing import Any

from rich.console import Console

from app.cli.top import picture

BOX = {"ledger": {"waiting": 3}}
SEEN: dict[str, Any] = {
    "at": 10.0,
    "up": False,
    "total": {"sent": 7, "balance": 0},
    "jobs": {"running": 1},
    "streams": 2,
    "troubles": {"store: writing": "the disk is full"},
    "faults": [{"sentence": "every message hangs"}],
    "mailboxes": {"a": BOX, "b": BOX},
    "children": [
        {
            "name": name,
            "address": name,
            "health": health,
            "incarnation": 1,
            "policy": {"sentence": "0 of 5 in 30 s"},
            "in_hand": [{"label": "Perform build 0", "since": 4.0}] if health == "stuck" else [],
        }
        for name, health in (("a", "idle"), ("b", "stuck"))
    ],
}
ERROR = {"code": "model.outage", "message": ""}
JOB = {"id": "job_1", "kind": "turn", "status": "failed", "step": None, "attempt": 1, "percent": 5, "error": ERROR}


def test_what_is_bad_stands_above() -> None:
    console = Console(width=160, record=True, file=StringIO())
    console.print(picture(SEEN, [JOB]))
    text = console.export_text()
    assert "THE TREE IS NOT UP · 1 running · 7 messages, 0 lost · 2 streams" in text
    assert "a fault is on: every message hangs" in text
    assert text.index("b  ") < text.index("a  ")
    assert "Perform build 0 for 6.0 s" in text
    assert "model.outage" in text
