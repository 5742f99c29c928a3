from pathlib import Path

import pytest

from app import event_docs
from pipeline.events import EVENTS, UPDATES


def test_the_page_of_events_is_fresh() -> None:
    assert event_docs.main(["--check"]) == 0, f"stale: run `{event_docs.COMMAND}`"


def test_every_event_has_its_section_with_its_meaning() -> None:
    page = event_docs.event_docs()
    for told in (*EVENTS, *UPDATES):
        section = page.split(f"## {told.wire_name()}\n\n")[1].split("\n## ")[0]
        assert section.startswith("*")
        assert " ".join((told.__doc__ or "").split()) in section


def test_says_what_is_stored_and_what_is_live() -> None:
    page = event_docs.event_docs()
    assert "## message.complete\n\n*Stored.*" in page
    assert "## message.delta\n\n*Live.*" in page
    assert "## snapshot\n\n*Sent with the number it stands for.*" in page


def test_writes_the_page_and_then_finds_it_fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_docs, "EVENT_DOCS", tmp_path / "docs" / "events.md")
    assert event_docs.main([]) == 0
    assert event_docs.main(["--check"]) == 0
    event_docs.EVENT_DOCS.write_text("old", encoding="utf-8")
    assert event_docs.main(["--check"]) == 1
