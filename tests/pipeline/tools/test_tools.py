import json
from typing import Any

import pytest

from pipeline.assets import Asset
from pipeline.changes import AddScene, MoveScene, NotePlan, RemoveScene, SetVideo, UpdateScene
from pipeline.chat import ToolCall
from pipeline.errors import ChangeRefusedError, ToolArgumentsError
from pipeline.project import Project, Typography, Video
from pipeline.tools import SPECS, TOOLS, carry_out
from pipeline.tools.tool import Outcome
from tests.pipeline.play import a_project, a_scene

SOURCE = "export default () => null\n"


def run(name: str, project: Project | None = None, **arguments: object) -> Outcome:
    call = ToolCall(id="c", name=name, arguments=json.dumps(arguments))
    return carry_out(call, project or a_project(2, sources={"scene_1": SOURCE}), "seed")


def plan(*names: str, **more: object) -> dict[str, Any]:
    scenes = [{"name": name, "description": f"shows {name}", "duration_seconds": 2} for name in names]
    return {"title": "Teaser", "scenes": scenes, **more}


def test_planning_adds_scenes_and_starts_a_component_for_each() -> None:
    outcome = run("plan_scenes", a_project(), **plan("Open", "Close", palette=["#001f3f", "#ff7f50"]))
    note, settings, *added = outcome.changes
    assert isinstance(note, NotePlan)
    assert isinstance(settings, SetVideo)
    assert (settings.name, settings.background) == ("Teaser", "#001f3f")
    assert [change.scene.duration_frames for change in added if isinstance(change, AddScene)] == [60, 60]
    assert [job.brief.number for job in outcome.jobs] == [1, 2]
    assert outcome.jobs[0].brief.neighbours[0].name == "Close"
    assert outcome.jobs[0].brief.video.palette == ("#001f3f", "#ff7f50")


def test_the_same_call_plans_the_same_scenes_again() -> None:
    assert run("plan_scenes", **plan("Open")) == run("plan_scenes", **plan("Open"))


def test_planning_more_keeps_the_scenes_and_the_name_there_are() -> None:
    outcome = run("plan_scenes", **plan("More"))
    assert not any(isinstance(change, RemoveScene) for change in outcome.changes)
    assert outcome.jobs[0].brief.number == 3
    assert next(change for change in outcome.changes if isinstance(change, SetVideo)).name is None


def test_replacing_removes_the_scenes_there_are() -> None:
    outcome = run("plan_scenes", **plan("New", replace=True))
    assert sum(isinstance(change, RemoveScene) for change in outcome.changes) == 2
    assert outcome.jobs[0].brief.of == 1


def test_a_plan_of_too_many_scenes_is_refused_with_the_limit() -> None:
    with pytest.raises(ChangeRefusedError, match="may have 100"):
        run("plan_scenes", a_project(99), **plan("One", "Two"))


def test_an_edit_starts_one_component_from_the_source_that_is_shown() -> None:
    outcome = run("edit_component", scene_id="scene_1", instruction="orange and slower")
    (job,) = outcome.jobs
    assert (job.brief.source, job.brief.instruction) == (SOURCE, "orange and slower")
    assert outcome.changes == ()


def test_a_scene_knows_the_look_of_the_scenes_beside_it() -> None:
    source = 'const style = { color: "#ff0000" }'
    outcome = run("generate_component", a_project(3, sources={"scene_1": source}), scene_id="scene_2", description="x")
    assert [(near.place, near.look) for near in outcome.jobs[0].brief.neighbours] == [
        ("before", "colours #ff0000"),
        ("after", ""),
    ]


def test_writing_anew_forgets_the_source_and_notes_the_description() -> None:
    outcome = run("generate_component", scene_id="scene_1", description="a sunrise")
    assert outcome.jobs[0].brief.source is None
    assert outcome.jobs[0].brief.scene.description == "a sunrise"
    assert outcome.changes == (UpdateScene(scene=a_scene().id, description="a sunrise"),)


def test_a_duration_becomes_whole_frames() -> None:
    (change,) = run("update_scene", scene_id="scene_2", duration_seconds=1.51).changes
    assert isinstance(change, UpdateScene)
    assert change.duration_frames == 45


def test_positions_are_counted_from_one() -> None:
    assert run("move_scene", scene_id="scene_2", position=1).changes == (MoveScene(scene=a_scene(2).id, position=0),)


def test_a_removal_intends_just_that() -> None:
    assert run("remove_scene", scene_id="scene_2").changes == (RemoveScene(scene=a_scene(2).id),)


def test_settings_change_only_where_they_are_given() -> None:
    assert run("set_project", width=1080, height=1920).changes == (SetVideo(width=1080, height=1920),)


def test_a_component_is_read_or_said_to_be_missing() -> None:
    assert SOURCE in run("read_component", scene_id="scene_1").content
    assert "no published component" in run("read_component", scene_id="scene_2").content


def test_scenes_that_come_to_others_take_the_look_there_is() -> None:
    video = Video(palette=("#000000",), style="calm", typography=Typography(heading="Syne"))
    look = {"palette": ["#ffffff"], "style": "loud", "typography": {"heading": "Anton"}}
    (_, settings, _) = run("plan_scenes", a_project(1, video=video), **plan("More", **look)).changes
    assert settings == SetVideo()
    fresh = run("plan_scenes", a_project(1, video=video), **plan("New", replace=True, **look)).changes[2]
    assert isinstance(fresh, SetVideo)
    assert (fresh.palette, fresh.style, fresh.typography and fresh.typography.heading) == (
        ("#ffffff",),
        "loud",
        "Anton",
    )


def test_planned_lengths_add_up_to_what_was_asked() -> None:
    outcome = run("plan_scenes", a_project(), **plan("A", "B", "C", total_seconds=5))
    assert sum(change.scene.duration_frames for change in outcome.changes if isinstance(change, AddScene)) == 150
    with pytest.raises(ChangeRefusedError, match="plan lengths that add up"):
        run("plan_scenes", a_project(), **plan("A", total_seconds=20))


def test_a_patch_intends_what_it_says_and_is_checked_at_once() -> None:
    operations = [{"op": "replace", "path": "/scenes/1/name", "value": "Intro"}]
    outcome = run("apply_patch", operations=operations)
    assert outcome.content == "Done: renamed “Scene 2” to “Intro”."
    with pytest.raises(ChangeRefusedError, match="does not fit the project"):
        run("apply_patch", operations=[{"op": "remove", "path": "/scenes/9"}])


def test_a_theme_is_set_and_says_what_keeps_its_look() -> None:
    shown = a_project().model_copy(update={"scenes": (a_scene(1, revision="rev_1"),)})
    outcome = run("set_theme", shown, palette=["#001122", "#ff0000"], style="calm")
    assert outcome.changes == (SetVideo(palette=("#001122", "#ff0000"), background="#001122", style="calm"),)
    assert "Of the scenes that are there 1 keep their look" in outcome.content


def test_files_are_found_by_a_part_of_their_name() -> None:
    fields = {"id": "a", "name": "logo.png", "sha256": "0" * 64, "width": 64, "height": 32, "bytes": 9}
    logo = Asset.model_validate({**fields, "media_type": "image/png"})
    project = a_project(1, assets=(logo, logo.model_copy(update={"name": "team.jpg"})))
    found = run("find_asset", project, query="LOGO").content
    assert found == 'logo.png: image/png, 64x32, drawn as <Img src={staticFile("logo.png")}/>'
    assert run("find_asset", project).content.startswith("team.jpg")
    assert run("find_asset", project, query="dog").content == "No file has that name; there are logo.png, team.jpg."
    assert "gave no file yet" in run("find_asset").content
    brief = run("edit_component", project, scene_id="scene_1", instruction="x").jobs[0].brief
    assert brief.assets == ("logo.png", "team.jpg")
    assert brief.files == {"logo.png": "0" * 64, "team.jpg": "0" * 64}


def test_components_are_listed_one_line_each() -> None:
    assert run("list_components").content.splitlines() == [
        "1. scene_1 “Scene 1”: 2.0 s, published, 1 lines",
        "2. scene_2 “Scene 2”: 2.0 s, no component yet",
    ]
    assert run("list_components", a_project()).content == "There is no scene yet."


def test_an_unknown_scene_is_answered_with_those_there_are() -> None:
    with pytest.raises(ChangeRefusedError, match=r"scene_9 is not a scene .* scene_1 \(Scene 1\)"):
        run("remove_scene", scene_id="scene_9")


def test_an_unknown_tool_is_answered_with_those_there_are() -> None:
    with pytest.raises(ToolArgumentsError, match="no_tool is not a tool; there are plan_scenes"):
        run("no_tool")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ('{"scene_id": "scene_1"', "end in the middle, after 22 characters"),
        ('{"scene_id": "sc', "are not JSON"),
        ("scene_1", "are not JSON"),
        ('{"scene_id": 3}', "scene_id: Input should be a valid string"),
        ('{"scene_id": "scene_1", "extra": 1}', "extra: Extra inputs"),
        ("[]", "arguments: Input should be"),
    ],
)
def test_wrong_arguments_are_answered_precisely(arguments: str, sentence: str) -> None:
    with pytest.raises(ToolArgumentsError, match=sentence):
        carry_out(ToolCall(id="c", name="remove_scene", arguments=arguments), a_project(1), "seed")


def test_every_tool_tells_the_model_what_it_is_for() -> None:
    assert [spec.name for spec in SPECS] == list(TOOLS)
    for spec in SPECS:
        assert len(spec.description) > 20
        assert spec.parameters["type"] == "object"


def test_a_property_named_title_stays_in_the_schema() -> None:
    properties = TOOLS["plan_scenes"].spec().parameters["properties"]
    assert isinstance(properties, dict)
    assert "title" in properties


def test_arguments_that_nest_without_end_are_refused_with_a_sentence() -> None:
    with pytest.raises(ToolArgumentsError, match="are not JSON"):
        carry_out(ToolCall(id="c", name="set_project", arguments="[" * 100_000), a_project(), "seed")
