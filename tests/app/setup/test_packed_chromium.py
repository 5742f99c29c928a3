from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from app.setup.chromiums import NoChromiumError
from app.setup.packed_chromium import unpacked


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "package.json").write_text('{"version": "1"}')
    return folder


def test_two_at_once_unpack_it_once(tmp_path: Path, package: Path) -> None:
    begun: list[Path] = []
    together = Barrier(2)

    def take() -> Path:
        together.wait()
        return unpacked(tmp_path / "chromium", package, begun.append)

    with ThreadPoolExecutor(2) as pool:
        folders = {pool.submit(take) for _ in range(2)}
    assert {folder.result() for folder in folders} == {tmp_path / "chromium"}
    assert len(begun) == 1


def test_unpacks_again_what_was_cut_off(tmp_path: Path, package: Path) -> None:
    def cut_off(folder: Path) -> None:
        (folder / "half").touch()
        raise NoChromiumError

    with pytest.raises(NoChromiumError):
        unpacked(tmp_path / "chromium", package, cut_off)
    folder = unpacked(tmp_path / "chromium", package, lambda folder: (folder / "whole").touch())
    assert (folder / "whole").exists()
    assert not (folder / "half").exists()


def test_unpacks_again_when_the_package_is_another_one(tmp_path: Path, package: Path) -> None:
    unpacked(tmp_path / "chromium", package, lambda folder: (folder / "old").touch())
    (package / "package.json").write_text('{"version": "2"}')
    folder = unpacked(tmp_path / "chromium", package, lambda folder: (folder / "new").touch())
    assert [file.name for file in folder.iterdir() if file.name != "unpacked"] == ["new"]
