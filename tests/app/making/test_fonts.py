import logging
from pathlib import Path

import pytest

from app.making import fonts
from app.making.fonts import fonts_for


def test_a_page_gets_the_fonts_that_it_names_and_no_others() -> None:
    picked = fonts_for('style={{ fontFamily: "Bebas Neue" }}')
    assert {face["family"] for face in picked["faces"]} == {"Inter", "Bebas Neue"}
    assert {face["url"] for face in picked["faces"]} == set(picked["files"])
    assert all(file.startswith("data:font/woff2;base64,d09GMg") for file in picked["files"].values())


def test_text_in_any_script_comes_with_letters_for_it() -> None:
    ranges = [face["range"] for face in fonts_for("夜明け")["faces"]]
    assert any("U+591c" in one for one in ranges)


def test_a_page_is_made_without_fonts_when_they_cannot_be_had(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "PICKER", tmp_path / "none.mjs")
    with caplog.at_level(logging.WARNING):
        assert fonts_for("Inter") == {"faces": [], "files": {}}
    assert "no fonts are put into the page" in caplog.text
