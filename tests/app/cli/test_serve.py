import socket
from pathlib import Path

import pytest

from app.cli import main
from storage.lock import FolderLock


def test_refuses_a_data_folder_that_another_server_uses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with FolderLock(tmp_path):
        assert main(["serve", "--port", "0", "--no-open", "--data", str(tmp_path)]) == 1
    complained = capsys.readouterr().err
    assert complained.startswith(f"bazaar: the data folder {tmp_path} is in use by the Bazaar with process id ")
    assert complained.endswith("use that one, stop it, or choose another data folder\n")


def test_refuses_a_port_that_is_taken_and_lets_go_of_the_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--no-open", "--port", str(port), "--data", str(tmp_path)]) == 1
    complained = capsys.readouterr().err
    assert f"bazaar: cannot listen on 127.0.0.1:{port}" in complained
    assert "choose another port with --port, or 0 for any" in complained
    FolderLock(tmp_path).release()
    assert not (tmp_path / "server.json").exists()


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_refuses_a_port_that_there_cannot_be(port: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--no-open", f"--port={port}", "--data", str(tmp_path)]) == 1
    assert "the settings do not fit: BAZAAR_PORT" in capsys.readouterr().err
