import pytest

from pipeline.changes import AddScene
from pipeline.chat import ToolCall
from pipeline.commands import Publish
from pipeline.ids import JobId, SceneId, Sha256
from pipeline.jobs import ComponentBrief, JobStatus, NewJob
from pipeline.project import Scene, Video
from pipeline.replay import Key
from storage.entries import AdvanceJob, ApplyTool, PublishRevision
from tests.server.asking import get, post
from tests.server.living import JOB, PROJECT, Site

pytestmark = pytest.mark.anyio

SCENE = SceneId("scene_1")


def published(site: Site, *sources: str) -> None:
    """A scene whose component was published so often."""
    site.begin()
    site.happen()
    scene = Scene(id=SCENE, name="Title", duration_frames=30)
    order = NewJob(scene=SCENE, brief=ComponentBrief(scene=scene, video=Video(), number=1, of=1))
    call = ToolCall(id="c", name="plan_scenes", arguments="{}")
    (job,) = site.write(ApplyTool(JOB, 0, Key("act", 0), 1, call, (AddScene(scene=scene),), (order,))).new_jobs
    site.write(AdvanceJob(JobId(job), 0, JobStatus.RUNNING))
    for number, source in enumerate(sources):
        publish = Publish(scene=SCENE, generation=1, source=source, bundle=Sha256(str(number) * 64))
        site.write(PublishRevision(JobId(job), 0, Key("publish", number), 1, publish))


async def test_revisions_are_listed_and_read(site: Site) -> None:
    published(site, "first", "second")
    listed = (await get(site, f"/api/scenes/{SCENE}/revisions")).json["revisions"]
    assert [(one["number"], one["current"]) for one in listed] == [(2, True), (1, False)]
    read = (await get(site, f"/api/revisions/{listed[1]['id']}")).json
    assert (read["scene"], read["source"]) == (SCENE, "first")


async def test_an_earlier_revision_is_shown_again_and_that_can_be_undone(site: Site) -> None:
    published(site, "first", "second")
    second, first = (one["id"] for one in (await get(site, f"/api/scenes/{SCENE}/revisions")).json["revisions"])
    here = f"/api/projects/{PROJECT}"
    answer = await post(site, f"{here}/scenes/{SCENE}/revisions/{first}/restore")
    assert (answer.status, answer.json["scenes"][0]["revision"]) == (200, first)
    assert (await get(site, f"/api/scenes/{SCENE}/source")).json["source"] == "first"
    assert (await post(site, f"{here}/undo")).json["scenes"][0]["revision"] == second


async def test_only_a_revision_of_that_scene_is_shown(site: Site) -> None:
    published(site, "first")
    [one] = (await get(site, f"/api/scenes/{SCENE}/revisions")).json["revisions"]
    path = f"/api/projects/{PROJECT}/scenes/other/revisions/{one['id']}/restore"
    assert (await post(site, path)).refusal == (404, "revision.unknown")
    path = f"/api/projects/{PROJECT}/scenes/{SCENE}/revisions/nothing/restore"
    assert (await post(site, path)).refusal == (404, "revision.unknown")


@pytest.mark.parametrize(
    ("path", "code"), [("/api/scenes/x/revisions", "scene.unknown"), ("/api/revisions/x", "revision.unknown")]
)
async def test_what_is_not_there_is_unknown(site: Site, path: str, code: str) -> None:
    assert (await get(site, path)).refusal == (404, code)
