import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.making.client import Client
from app.settings import ROOT
from drills.evidence import Evidence
from drills.model_server import ModelServer, Script
from drills.server_process import ServerProcess
from drills.watching import Watch
from storage.lock import FolderLock
from tests.app.drafts import FORBIDDEN, SLOW, writes

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

PROMPT = "A 4 second teaser for 'Nimbus', two scenes, navy and coral"
HEEDS_CTRL_C = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("app", run_name="__main__")
"""
"""What a shell starts in the background would ignore it, these tests and their children among them."""


@dataclass
class Terminal:
    """Types `make` and reads what it says."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    model: ModelServer
    said: str = ""
    complained: str = ""

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    async def make(self, prompt: str, *words: str) -> int:
        for name, value in self.model.settings.items():
            self.monkeypatch.setenv(name, value)
        argv = ["make", prompt, "--out", str(self.out), "--data", str(self.data), *words]
        code = await asyncio.to_thread(main, argv)
        self.said, self.complained = self.capsys.readouterr()
        return code

    async def make_json(self, prompt: str, *words: str) -> tuple[int, dict[str, Any]]:
        code = await self.make(prompt, "--json", *words)
        result: dict[str, Any] = json.loads(self.said)
        return code, result


@pytest.fixture
def script() -> Script | None:
    return None


@pytest.fixture
async def terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, script: Script | None
) -> AsyncIterator[Terminal]:
    async with ModelServer(script=script) as model:
        yield Terminal(tmp_path, capsys, monkeypatch, model)


async def test_leaves_the_video_and_goes_on_with_its_project(terminal: Terminal) -> None:
    code, made = await terminal.make_json(PROMPT)
    assert (code, made["published"], made["error"], len(made["scenes"])) == (0, True, None, 2)
    assert {scene["state"] for scene in made["scenes"]} == {"published"}
    assert made.keys() == {"project", "answer", "published", "out", "scenes", "error"}
    keys = {"id", "name", "state", "revision", "duration_frames", "warnings", "error"}
    assert all(scene.keys() == keys for scene in made["scenes"])
    stored = json.loads((terminal.out / "project.json").read_text())
    assert [scene["id"] for scene in stored["scenes"]] == [scene["id"] for scene in made["scenes"]]
    folders = sorted((terminal.out / "scenes").iterdir())
    assert [{file.name for file in folder.iterdir()} for folder in folders] == [{"source.tsx", "bundle.js"}] * 2
    assert "Nimbus" in (terminal.out / "index.html").read_text()

    code, changed = await terminal.make_json("Make the second scene orange", "--project", made["project"])
    assert (code, changed["published"], changed["project"]) == (0, True, made["project"])
    revisions = [(old["revision"], new["revision"]) for old, new in zip(made["scenes"], changed["scenes"], strict=True)]
    assert [old == new for old, new in revisions] == [True, False]


async def test_works_through_the_server_that_runs_on_the_data(terminal: Terminal) -> None:
    async with ServerProcess(terminal.data, settings=terminal.model.settings) as server:
        assert await terminal.make("A 3 second title that says 'Nimbus', one scene") == 0
        assert (terminal.out / "index.html").exists()
        assert f"{server.pid}\n" == (terminal.data / "lock").read_text()
    assert f"Open {terminal.out}/index.html" in terminal.said


async def test_says_which_data_is_in_use_where_no_server_answers(terminal: Terminal) -> None:
    with FolderLock(terminal.data):
        assert await terminal.make(PROMPT) == 1
    assert "is in use" in terminal.complained


@pytest.mark.parametrize("script", [writes(FORBIDDEN)])
async def test_ends_with_1_and_the_findings_when_a_component_is_refused(terminal: Terminal) -> None:
    code, made = await terminal.make_json("A 3 second title that says 'Nimbus', one scene")
    assert (code, made["published"]) == (1, False)
    [scene] = made["scenes"]
    assert (scene["state"], scene["revision"]) == ("failed", None)
    assert {found["code"] for found in scene["error"]["findings"]} == {"import.forbidden"}
    assert await terminal.make("Change nothing, but say hello", "--project", made["project"]) == 1


@pytest.mark.parametrize("script", [lambda _: "A video needs words: tell me what it should say."])
async def test_ends_with_1_and_the_answer_when_no_scene_comes_of_it(terminal: Terminal) -> None:
    code, made = await terminal.make_json("hm")
    assert (code, made["published"], made["scenes"]) == (1, False, [])
    assert made["answer"] == "A video needs words: tell me what it should say."


async def test_ends_with_2_for_what_cannot_be_used(terminal: Terminal) -> None:
    code, refused = await terminal.make_json(PROMPT, "--project", "project_unknown")
    assert (code, "project_unknown" in refused["error"]["message"]) == (2, True)
    code, refused = await terminal.make_json("   ")
    assert code == 2
    assert refused["error"]["message"] == "the prompt is empty; say what the video should show"
    assert Evidence.of(terminal.data).jobs == {}
    terminal.out.write_text("not a folder")
    assert await terminal.make(PROMPT) == 2
    assert terminal.complained == f"make: {terminal.out} is a file; --out takes a folder\n"


async def turn_of(client: Client, project: str) -> str:
    [turn] = (job["id"] for job in (await client.get(f"/api/projects/{project}"))["jobs"] if job["kind"] == "turn")
    return str(turn)


async def test_ctrl_c_stops_it_in_order_and_the_job_goes_on_later(tmp_path: Path) -> None:
    begun = asyncio.Event()

    def script(messages: Sequence[dict[str, Any]]) -> str | None:
        begun.set()
        return writes(SLOW)(messages)

    words = ("-c", HEEDS_CTRL_C, "make", PROMPT, "--out", str(tmp_path / "out"), "--data", str(tmp_path / "data"))
    async with ModelServer(script=script) as model:
        env = {"PATH": os.environ["PATH"], **model.settings}
        process = await asyncio.create_subprocess_exec(
            sys.executable, *words, cwd=ROOT, env=env, stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL
        )
        await begun.wait()
        process.send_signal(signal.SIGINT)
        _, complained = await process.communicate()
        assert process.returncode == 130
        assert b"make: stopped; what is recorded is kept" in complained
        assert b"Traceback" not in complained
        async with ServerProcess(tmp_path / "data", settings=model.settings) as server, server.client() as client:
            [project] = (await client.get("/api/projects"))["projects"]
            turn = await turn_of(client, project["id"])
            async with Watch(client, project["id"]) as watch:
                watch.follow(turn)
                assert (await watch.until_over()).ended[turn] == "completed"
