"""Follows the event stream until a turn and every component job that it started have ended."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

from app.making.client import Heard

_ENDS = {"job.complete": "completed", "job.failed": "failed", "job.cancelled": "cancelled"}


@dataclass
class Progress:
    """What is known of a turn and its component jobs so far."""

    turn: str
    answer: str = ""
    scenes: dict[str, str] = field(default_factory=dict)
    """Scene id → name."""
    jobs: dict[str, str] = field(default_factory=dict)
    """Component job → scene."""
    percents: dict[str, int] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)
    errors: dict[str, dict[str, Any]] = field(default_factory=dict)
    warnings: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        """Whether everything that was started has ended."""
        return self.turn in self.ended and all(job in self.ended for job in self.jobs)

    def take(self, heard: Heard) -> None:
        """Fold one event in; events are absolute, so that a repeated one changes nothing."""
        data, job = heard.data, heard.data.get("job")
        if heard.name == "snapshot":
            self._take_snapshot(data)
        elif heard.name in {"scene.added", "scene.updated"}:
            self.scenes[data["scene"]["id"]] = data["scene"]["name"]
        elif heard.name == "message.complete" and job == self.turn:
            self.answer = data["content"]
        elif heard.name == "component.queued" and data.get("turn") == self.turn:
            self.jobs[job or ""] = data["scene"]
        if job == self.turn or job in self.jobs:
            self._take_end(heard, str(job))
        if job in self.jobs:
            self._take_step(heard, self.jobs[job])

    def _take_end(self, heard: Heard, job: str) -> None:
        """A job ended, or one that had goes on."""
        if heard.name in _ENDS:
            self.ended[job] = _ENDS[heard.name]
            self.errors |= {job: heard.data["error"]} if "error" in heard.data else {}
        elif heard.name == "job.resumed":
            self.ended.pop(job, None)
            self.errors.pop(job, None)

    def _take_step(self, heard: Heard, scene: str) -> None:
        if heard.name.startswith("component."):
            self.percents[scene] = heard.data.get("percent", self.percents.get(scene, 0))
            self.stages[scene] = heard.data.get("step") or "queued"
        if heard.name == "component.publish.complete":
            self.warnings[scene] = heard.data.get("findings", [])

    def _take_snapshot(self, data: dict[str, Any]) -> None:
        self.scenes |= {scene["id"]: scene["name"] for scene in data["scenes"]}
        for job in data["jobs"]:
            if job.get("turn") == self.turn:
                self.jobs[job["id"]] = job["scene"]
            if job["id"] == self.turn or job["id"] in self.jobs:
                self._take_job(job)

    def _take_job(self, job: dict[str, Any]) -> None:
        if job["status"] in _ENDS.values():
            self.ended[job["id"]] = job["status"]
            self.errors |= {job["id"]: job["error"]} if job.get("error") else {}


async def follow(events: AsyncIterator[Heard], progress: Progress, show: Callable[[Progress], None]) -> None:
    """Take events until everything has ended."""
    async for heard in events:
        progress.take(heard)
        show(progress)
        if progress.is_over:
            return
