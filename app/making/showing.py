"""What the terminal shows while a video is made, and what it says at the end."""

from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from app.making.following import Progress


class Showing:
    """A bar for each scene, on standard error, so that standard output holds the result alone."""

    def __init__(self, *, quiet: bool) -> None:
        self._console = Console(stderr=True, quiet=quiet)
        self._bars = Bars(
            SpinnerColumn(),
            TextColumn("{task.description:<24.24}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[stage]:<9}"),
            TimeElapsedColumn(),
            console=self._console,
            disable=quiet,
        )
        self._tasks: dict[str, TaskID] = {}
        self._said = ""

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def __call__(self, progress: Progress) -> None:
        """Show how far it is."""
        if progress.answer != self._said:
            said = printable(progress.answer.removeprefix(self._said)).strip()
            self._console.print(said, markup=False, highlight=False)
            self._said = progress.answer
        for job, scene in progress.jobs.items():
            if scene not in self._tasks:
                self._tasks[scene] = self._bars.add_task(_named(progress, scene), total=100, stage="queued")
            stage = progress.ended.get(job) or progress.stages.get(scene, "queued")
            self._bars.update(self._tasks[scene], completed=progress.percents.get(scene, 0), stage=stage)


def outcome(progress: Progress, snapshot: dict[str, Any], out: str) -> dict[str, Any]:
    """The result, for machines: what became of every scene of the project, and why not."""
    jobs = {scene: job for job, scene in progress.jobs.items()}
    return {
        "project": snapshot["project"],
        "answer": progress.answer,
        "published": is_published(progress, snapshot),
        "out": out,
        "scenes": [_scene(progress, scene, jobs.get(scene["id"])) for scene in snapshot["scenes"]],
        "error": progress.errors.get(progress.turn),
    }


def is_published(progress: Progress, snapshot: dict[str, Any]) -> bool:
    """Whether there is a video, all of it is published, and all that was asked for succeeded."""
    succeeded = all(ended == "completed" for ended in progress.ended.values())
    return succeeded and bool(snapshot["scenes"]) and all(scene.get("revision") for scene in snapshot["scenes"])


def spoken(result: dict[str, Any]) -> str:
    """The result, for people."""
    lines = [_line(number, scene) for number, scene in enumerate(result["scenes"], 1)]
    problems = [result["error"]["message"]] if result["error"] else []
    end = f"Open {result['out']}/index.html" if result["scenes"] else "No scene was made."
    return printable("\n".join([*lines, *problems, end, f"Go on with: --project {result['project']}"]))


def printable(text: str) -> str:
    """Text that a model or a component may have made, without what would command the terminal."""
    return "".join(one for one in text if one.isprintable() or one == "\n")


def _named(progress: Progress, scene: str) -> str:
    return printable(progress.scenes.get(scene, scene))


def _line(number: int, scene: dict[str, Any]) -> str:
    found = [*(scene["error"] or {}).get("findings", []), *scene["warnings"]]
    told = "".join(f"\n     {one['severity']}: {one['message']}" for one in found)
    why = f": {scene['error']['message']}" if scene["error"] else ""
    return f"{number:>3}. {scene['name']}: {scene['state']}{why}{told}"


def _scene(progress: Progress, scene: dict[str, Any], job: str | None) -> dict[str, Any]:
    return {
        "id": scene["id"],
        "name": scene["name"],
        "state": "published" if scene.get("revision") else progress.ended.get(job or "", "not made"),
        "revision": scene.get("revision"),
        "duration_frames": scene["duration_frames"],
        "warnings": progress.warnings.get(scene["id"], []),
        "error": progress.errors.get(job or ""),
    }
