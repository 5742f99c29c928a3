import asyncio
import logging
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.bazaar import Bazaar
from app.making.client import Client, RefusedError
from app.making.following import Progress, follow
from app.settings import Settings
from storage.reader import Reader
from tests.app.prompts import EDITED, EDITS, PROMPTS, Case, Edit

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

WITHIN_S = 240.0


class Project(NamedTuple):
    """A project on a running server, and what is said to it."""

    client: Client
    id: str

    async def say(self, prompt: str) -> Progress:
        """Say it, and wait until everything that it started has ended. Raises RefusedError."""
        accepted = await self.client.post(f"/api/projects/{self.id}/messages", {"content": prompt})
        progress = Progress(turn=accepted["job"])
        await asyncio.wait_for(follow(self.client.events(self.id), progress, lambda _: None), WITHIN_S)
        return progress

    async def seen(self) -> dict[str, Any]:
        return await self.client.get(f"/api/projects/{self.id}")

    async def source(self, scene: dict[str, Any]) -> str:
        return str((await self.client.get(f"/api/scenes/{scene['id']}/source"))["source"])


class Outcome(NamedTuple):
    """What came of a prompt, as its case tells it."""

    refused: str | None
    published: int
    seconds: float
    size: tuple[int, int]
    missing: tuple[str, ...]
    unwanted: tuple[str, ...]
    unsaid: str | None


@pytest.mark.timeout(300)
async def test_every_prompt_comes_to_its_outcome_and_none_to_a_stack_trace_or_a_stop(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with _bazaar(tmp_path) as bazaar, Client(bazaar.url, bazaar.token) as client:
        outcomes = await asyncio.gather(*(_outcome(client, case) for case in PROMPTS))
    assert dict(zip(_names(), outcomes, strict=True)) == {case.name: _expected(case) for case in PROMPTS}
    assert _troubles(caplog) == []
    assert _open_jobs(tmp_path) == ()


async def test_each_edit_changes_what_it_names_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with _bazaar(tmp_path) as bazaar, Client(bazaar.url, bazaar.token) as client:
        project = await _new(client)
        await project.say(EDITED)
        first = [scene["id"] for scene in (await project.seen())["scenes"]]
        for edit in EDITS:
            await _check_edit(project, edit, first)
    assert _troubles(caplog) == []
    assert _open_jobs(tmp_path) == ()


async def _check_edit(project: Project, edit: Edit, first: list[str]) -> None:
    before = await project.seen()
    progress = await project.say(edit.prompt)
    after = await project.seen()
    assert set(progress.ended.values()) == {"completed"}, edit.prompt
    fps = after["video"]["fps"]
    assert [(first.index(scene["id"]), scene["duration_frames"] / fps) for scene in after["scenes"]] == list(edit.after)
    revisions = {scene["id"]: scene["revision"] for scene in before["scenes"]}
    revised = [scene for scene in after["scenes"] if scene["revision"] != revisions[scene["id"]]]
    assert [first.index(scene["id"]) for scene in revised] == list(edit.revised), edit.prompt
    assert sorted(progress.jobs.values()) == sorted(scene["id"] for scene in revised)
    for scene in revised:
        assert edit.shows in await project.source(scene)


async def _outcome(client: Client, case: Case) -> Outcome:
    project = await _new(client)
    try:
        progress = await project.say(case.prompt)
    except RefusedError as refusal:
        return _of(case, await project.seen(), [], str(refusal), refused=case.refused)
    seen = await project.seen()
    assert {job["status"] for job in seen["jobs"]} <= {"completed"}, case.name
    sources = [await project.source(scene) for scene in seen["scenes"]]
    return _of(case, seen, sources, progress.answer)


def _of(case: Case, seen: dict[str, Any], sources: list[str], said: str, *, refused: str | None = None) -> Outcome:
    shown, video = "\n".join(sources), seen["video"]
    return Outcome(
        refused=refused if refused and f"({refused})" in said else None,
        published=sum(1 for scene in seen["scenes"] if scene["bundle"]),
        seconds=round(sum(scene["duration_frames"] for scene in seen["scenes"]) / video["fps"], 3),
        size=(video["width"], video["height"]),
        missing=tuple(text for text in case.shows if text not in shown),
        unwanted=tuple(text for text in case.hides if text in shown),
        unsaid=None if refused or case.says in said else said,
    )


def _expected(case: Case) -> Outcome:
    return Outcome(case.refused, case.scenes, case.seconds, case.size, (), (), None)


def _names() -> list[str]:
    names = [case.name for case in PROMPTS]
    assert len(set(names)) == len(names) >= 20
    return names


def _bazaar(data: Path) -> Bazaar:
    own = {"BAZAAR_DATA": data, "BAZAAR_HOST": "127.0.0.1", "BAZAAR_PORT": 0}
    given = {**own, "BAZAAR_DEMO_PACE": 0, "BAZAAR_INSPECT": False}  # looks are tested where the looks are judged
    settings = Settings.model_validate(given)
    return Bazaar(settings.model_copy(update={"openai_api_key": None, "openai_base_url": None}))


async def _new(client: Client) -> Project:
    return Project(client, (await client.post("/api/projects", {}))["project"])


def _troubles(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.exc_info or one.levelno >= logging.ERROR]


def _open_jobs(data: Path) -> tuple[str, ...]:
    reader = Reader(data)
    try:
        return tuple(reader.open_jobs())
    finally:
        reader.close()
