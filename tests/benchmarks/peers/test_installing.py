import sys
from pathlib import Path

import pytest

from benchmarks.peers import installing
from benchmarks.peers.installing import PACKAGES, PeersAbsentError, python_with_peers


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(installing, "FOLDER", tmp_path)
    return tmp_path


def test_what_is_installed_already_is_used(folder: Path) -> None:
    (folder / "installed").write_text("\n".join(PACKAGES))
    assert python_with_peers() == folder / "bin" / "python"


def test_where_they_cannot_be_installed_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(PeersAbsentError, match="cannot be installed"):
        python_with_peers()
