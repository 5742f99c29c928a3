from contextlib import closing
from pathlib import Path
from typing import Any

from actors.llm import Models
from actors.llm.wire import ServerState
from app.checkup import Checkup
from app.models import demo_models
from app.settings import Settings
from storage.condition import WRITING, Condition
from storage.database import open_database
from storage.reader import Reader

BOOKS = {"balance": 1, "sent": 5}
SEEN: dict[str, Any] = {
    "mailboxes": {"llm": {"ledger": BOOKS}, "journal": {"ledger": {"balance": 0, "sent": 0}}},
    "total": BOOKS,
    "waits": [],
    "abandoned": [],
}


def models() -> Models:
    return demo_models("http://127.0.0.1:1", Settings.model_validate({}))


def test_says_whose_books_do_not_balance_what_the_store_cannot_do_and_how_the_servers_are(tmp_path: Path) -> None:
    condition, asked = Condition(), models()
    condition.fails(WRITING, "the disk is full")
    provider = next(iter(asked.by_role.values()))[0].endpoint.provider
    with closing(open_database(tmp_path)), closing(Reader(tmp_path)) as reader:
        checkup = Checkup(tmp_path, reader, asked, condition)
        assert {server["circuit"] for server in told(checkup)["models"]} == {"unknown"}
        asked.wire.servers[provider] = lambda: ServerState("open", 5, 1, 2)
        health = told(checkup)
    assert {server["circuit"] for server in health["models"]} == {"open"}
    assert health["ledger"]["imbalanced"] == ["llm"]
    assert health["database"]["troubles"] == {WRITING: "the disk is full"}
    assert health["disk"]["total_bytes"] > 0
    assert told(checkup)["database"]["rows"] == {}  # its reader is closed


def told(checkup: Checkup) -> dict[str, Any]:
    return checkup(SEEN)
