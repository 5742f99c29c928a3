from actors.messages import Lives, Perform
from actors.passing import WINDOW_S, Passing
from pipeline.commands import Build
from pipeline.events import ComponentValidateProgress, JobProgress
from pipeline.events.event import Update
from pipeline.ids import JobId, ProjectId, SceneId
from pipeline.replay import Key


class Watcher:
    """Keeps what is told, on a clock that is turned by hand."""

    def __init__(self, step: str, scene: str | None = "scene_1") -> None:
        self.now, self.heard = 100.0, list[Update]()
        command, of = Build(source=""), SceneId(scene) if scene else None
        work = Perform(ProjectId("prj_1"), JobId("job_1"), 1, Key(step, 0), 1, command, of, JobId("turn_1"))
        self.passing = Passing(work, self._hear, lambda: self.now)

    def _hear(self, lives: Lives) -> None:
        assert all(live.project == "prj_1" for live in lives.lives)
        self.heard += [live.update for live in lives.lives]

    @property
    def gates(self) -> list[tuple[str, int, int]]:
        return [(told.gate, told.done, told.of) for told in self.heard if isinstance(told, ComponentValidateProgress)]

    @property
    def stages(self) -> list[str]:
        return [told.stage for told in self.heard if isinstance(told, JobProgress)]

    @property
    def percents(self) -> list[int]:
        return [told.percent for told in self.heard if isinstance(told, ComponentValidateProgress | JobProgress)]


def test_a_gate_that_begins_is_told_at_once() -> None:
    watcher = Watcher("build")
    watcher.passing("parse", 0, 1)
    watcher.passing("bundle", 0, 1)
    assert watcher.gates == [("parse", 0, 1), ("bundle", 0, 1)]
    assert watcher.stages == ["reading the code", "bundling"]
    assert {(told.step, told.trace, told.attempt) for told in watcher.heard} == {("build", "turn_1", 1)}


def test_frames_are_told_in_windows() -> None:
    watcher = Watcher("validate")
    for drawn in range(1, 9):
        watcher.passing("render", drawn, 10)
        watcher.now += WINDOW_S / 4
    assert watcher.gates == [("render", 1, 10), ("render", 5, 10)]
    assert watcher.stages == ["drawing frame 1 of 10", "drawing frame 5 of 10"]


def test_more_frames_than_were_known_at_first_take_no_percent_back() -> None:
    watcher = Watcher("validate")
    for drawn, of in ((8, 8), (9, 20), (20, 20), (1, 1)):
        watcher.passing("render", drawn, of)
        watcher.now += WINDOW_S
    watcher.passing("types", 0, 1)
    assert watcher.percents == sorted(watcher.percents)
    assert watcher.gates[-1] == ("types", 0, 1)


def test_work_without_a_scene_is_told_of_as_a_job_alone() -> None:
    watcher = Watcher("build", scene=None)
    watcher.passing("parse", 0, 1)
    assert (watcher.gates, watcher.stages) == ([], ["reading the code"])
