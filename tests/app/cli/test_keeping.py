"""`clean`, `backup` and `restore`, beside a running server and without one."""

import asyncio
import json
from pathlib import Path

import pytest

from app.cli import main
from drills.server_process import ServerProcess
from drills.watching import Watch
from pipeline.ids import ProjectId
from tests.storage.opened import PROJECT, Store

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

PROMPT = "A 3 second title that says 'Kept', one scene, navy and coral"


async def typed(word: str, *words: object) -> int:
    return await asyncio.to_thread(main, [word, *map(str, words)])


def begun(folder: Path) -> None:
    store = Store(folder)
    store.begin()
    store.close()


async def test_a_folder_without_a_server_is_backed_up_cleaned_and_restored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, file = tmp_path / "data", tmp_path / "b.tar"
    begun(data)
    assert await typed("backup", file, "--data", data) == 0
    assert f"into {file}" in capsys.readouterr().out
    assert await typed("clean", "--json", "--data", data) == 0
    removed = json.loads(capsys.readouterr().out)["removed"]
    assert "events" in {one["kind"] for one in removed}
    assert await typed("clean", "--dry-run", "--data", data) == 0
    assert "would go" in capsys.readouterr().out
    assert await typed("restore", file, "--data", data) == 0
    assert "Restored" in capsys.readouterr().out
    store = Store(data)
    assert store.reader.project(PROJECT).video.name == "Nimbus"
    store.close()


async def test_a_live_system_is_backed_up_and_cleaned_through_its_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, file = tmp_path / "data", tmp_path / "b.tar"
    async with ServerProcess(data) as server, server.client() as client, await Watch.of_new_project(client) as watch:
        await watch.say(PROMPT)
        assert await typed("backup", file, "--data", data) == 0
        assert await typed("clean", "--data", data) == 0
        await watch.until_over()
        assert await typed("export", watch.project, tmp_path / "p.tar", "--data", data) == 0
        assert await typed("import", tmp_path / "p.tar", "--data", data) == 0
        assert len((await client.get("/api/projects"))["projects"]) == 2
        assert await typed("restore", file, "--data", data) == 1
        assert "is in use" in capsys.readouterr().err
        project = watch.project
    assert await typed("restore", file, "--data", tmp_path / "other") == 0
    async with ServerProcess(tmp_path / "other") as server, server.client() as client:
        assert (await client.get(f"/api/projects/{project}"))["project"] == project


async def test_a_project_goes_from_one_folder_to_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, file = tmp_path / "data", tmp_path / "p.tar"
    begun(data)
    assert await typed("export", PROJECT, file, "--data", data) == 0
    assert await typed("import", file, "--data", tmp_path / "other") == 0
    project = ProjectId(capsys.readouterr().out.rstrip(".\n").rpartition(" ")[2])
    store = Store(tmp_path / "other")
    assert store.reader.project(project).video.name == "Nimbus"
    store.close()
    assert await typed("export", "nowhere", tmp_path / "q.tar", "--data", data) == 1
    assert not (tmp_path / "q.tar").exists()


async def test_a_file_that_is_there_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun(tmp_path / "data")
    (tmp_path / "b.tar").write_text("mine")
    assert await typed("backup", tmp_path / "b.tar", "--data", tmp_path / "data") == 1
    assert "choose another name" in capsys.readouterr().err
    assert (tmp_path / "b.tar").read_text() == "mine"


async def test_what_is_no_backup_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.tar").write_text("no backup")
    assert await typed("restore", tmp_path / "b.tar", "--data", tmp_path / "data") == 1
    assert capsys.readouterr().err.count("\n") == 1
