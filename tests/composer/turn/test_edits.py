import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.reading.quotes import masked
from composer.turn.answer import turn_reply
from composer.turn.clauses import clauses_in
from composer.turn.edits import edits_in
from composer.turn.lengths import lengths_in
from composer.turn.moves import moves_in
from composer.turn.state import SceneState, State, state_in
from composer.turn.targets import Targets, targets_in
from composer.wire import Message
from tests.composer.conftest import Ask

STATE = State(scenes=tuple(SceneState(id=f"s{n}", number=n, name=f"Part {n}") for n in range(1, 6)))


@pytest.mark.parametrize(
    ("said", "calls"),
    [
        ("make the second scene orange and slower", [("edit_component", "scene_b")]),
        ("Make scene 2 orange", [("edit_component", "scene_b")]),
        ("make Pitch red", [("edit_component", "scene_b")]),
        ("mach die zweite Szene orange und langsamer", [("edit_component", "scene_b")]),
        ("can you make scene 1 red?", [("edit_component", "scene_a")]),
        ("say 'Hello' instead in the first scene", [("edit_component", "scene_a")]),
        ("change 'Nimbus' to 'Stratus'", [("edit_component", "scene_a"), ("edit_component", "scene_c")]),
        ("turn scene 3 into a list", [("edit_component", "scene_c")]),
        ("make the title bigger", [("edit_component", "scene_a")]),
        ("add 'Price' to scene 2", [("edit_component", "scene_b")]),
        ("make all scenes slower", [("edit_component", f"scene_{letter}") for letter in "abc"]),
        ("faster", [("edit_component", f"scene_{letter}") for letter in "abc"]),
        ("make scene 2 five seconds", [("update_scene", "scene_b")]),
        ("rename scene 2 to 'Promise'", [("update_scene", "scene_b")]),
        ("move the last scene to the front", [("move_scene", "scene_c")]),
        ("swap 1 and 2", [("move_scene", "scene_b")]),
        ("remove scene 3", [("remove_scene", "scene_c")]),
        ("delete the outro", [("remove_scene", "scene_c")]),
        ("remove 'Coming soon' from scene 3", [("edit_component", "scene_c")]),
        ("make scene 2 orange and remove scene 3", [("edit_component", "scene_b"), ("remove_scene", "scene_c")]),
        ("make it vertical", [("set_project", None)]),
        ("call the video 'Big'", [("set_project", None)]),
        ("regenerate scene 2", [("generate_component", "scene_b")]),
        ("replace scene 2 with a counter to 500", [("generate_component", "scene_b")]),
        ("add a scene that counts to 100", [("plan_scenes", None)]),
        ("add an outro saying 'Bye'", [("plan_scenes", None)]),
        ("A 10 second teaser for 'Foo', three scenes", [("plan_scenes", None)]),
        ("what can you do?", []),
        ("asdf", []),
        ("make scene 7 blue", []),
    ],
)
def test_a_sentence_becomes_exactly_the_calls_it_asks_for(
    edit: Ask, said: str, calls: list[tuple[str, str | None]]
) -> None:
    assert [(call.name, call.arguments.get("scene_id")) for call in edit(said).calls] == calls


def test_an_edit_hands_the_words_on_as_typed(edit: Ask) -> None:
    said = "change “Nimbus” to 'Stratus' in scene 1"
    assert [dict(call.arguments) for call in edit(said).calls] == [{"scene_id": "scene_a", "instruction": said}]


def test_a_background_for_all_changes_the_video_and_its_scenes(edit: Ask) -> None:
    calls = edit("make the background white").calls
    assert dict(calls[0].arguments) == {"background": "#ffffff"}
    assert [call.name for call in calls] == ["set_project", *["edit_component"] * 3]


def test_starting_over_replaces_the_scenes(edit: Ask) -> None:
    (call,) = edit("start over: a 6 second video about dogs").calls
    assert call.arguments["replace"] is True
    assert call.arguments["title"] == "Dogs"


def test_a_missing_scene_is_told_with_how_many_there_are(edit: Ask) -> None:
    assert edit("make scene 7 blue").text == "There is no scene 7; this video has 3 scenes."


def test_durations_of_the_whole_are_shared_in_whole_frames() -> None:
    calls = lengths_in("make the whole video 20 seconds", Targets(), STATE)
    assert sum(float(str(call.arguments["duration_seconds"])) for call in calls) == pytest.approx(20, abs=1e-4)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("longer", 4.5), ("2 seconds longer", 5), ("half as long", 1.5), ("1 second shorter", 2), ("9s", 9)],
)
def test_durations_are_set_stretched_and_trimmed(said: str, seconds: float) -> None:
    (call,) = lengths_in(f"make scene 1 {said}", Targets(STATE.scenes[:1]), STATE)
    assert call.arguments["duration_seconds"] == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("scenes 2 and 3", [2, 3]),
        ("scenes 2-4", [2, 3, 4]),
        ("the first and third scene", [1, 3]),
        ("the last one", [5]),
        ("Part 4", [4]),
        ("everything", [1, 2, 3, 4, 5]),
        ("scene four", [4]),
        ("nothing", []),
    ],
)
def test_scenes_are_found_by_number_place_and_name(said: str, numbers: list[int]) -> None:
    assert [scene.number for scene in targets_in(said, STATE).scenes] == numbers


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("move scene 5 to the front", "51234"),
        ("move the first scene to the end", "23451"),
        ("move scene 1 after scene 3", "23145"),
        ("move scene 4 before scene 2", "14235"),
        ("put scene 2 in position 4", "13425"),
        ("move scene 2 down", "13245"),
        ("swap scenes 1 and 4", "42315"),
        ("swap the last and the first scene", "52341"),
        ("reverse the order of the scenes", "54321"),
    ],
)
def test_moves_give_the_order_asked_for(said: str, order: str) -> None:
    ids = [scene.id for scene in STATE.scenes]
    for call in moves_in(said, STATE) or []:
        ids.remove(str(call.arguments["scene_id"]))
        ids.insert(int(str(call.arguments["position"])) - 1, str(call.arguments["scene_id"]))
    assert "".join(id_[1:] for id_ in ids) == order


def test_a_message_is_cut_where_another_verb_begins_and_not_inside_quotes() -> None:
    sentence = masked("make scene 1 red, then remove scene 2. Rename scene 3 to 'stop; remove it'")
    assert [sentence.as_typed(clause) for clause in clauses_in(sentence)] == [
        "make scene 1 red",
        "remove scene 2",
        "Rename scene 3 to 'stop; remove it'",
    ]
    assert [call.name for call in edits_in(sentence, STATE).calls] == ["edit_component", "remove_scene", "update_scene"]


def test_an_unreadable_state_is_an_empty_project() -> None:
    assert state_in("```json\n{nonsense\n```") == State()
    assert state_in("no block") == State()


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_no_message_is_too_odd_to_answer(said: str) -> None:
    project = f"```json\n{STATE.model_dump_json()}\n```"
    for system in ("", project):
        reply = turn_reply([Message(role="system", content=system), Message(role="user", content=said)])
        assert reply.text
