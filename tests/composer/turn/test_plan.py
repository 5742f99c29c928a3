from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.designs.content import Kind
from composer.designs.moods import THEMES
from composer.reading.wish import wish_in
from composer.turn.plan import planned_reply
from composer.turn.state import State
from composer.turn.storyboard import natural_scenes, storyboard
from composer.turn.timing import shared_out, timing_of


def planned(said: str) -> dict[str, Any]:
    call = planned_reply(wish_in(said), State()).calls[-1]
    assert call.name == "plan_scenes"
    return dict(call.arguments)


def seconds(plan: dict[str, Any]) -> float:
    return float(sum(scene["duration_seconds"] for scene in plan["scenes"]))


@pytest.mark.parametrize(
    ("said", "scenes", "total", "title"),
    [
        ("A 10 second launch teaser for 'Nimbus', three scenes, navy and coral", 3, 10, "Nimbus"),
        ("a 12s video", 3, 12, "Hello"),
        ("Cats", 3, 10.5, "Cats"),
        ("30 scenes about space", 30, 105, "Space"),
        ("two 4-second scenes about tomato soup", 2, 8, "Tomato soup"),
        ("count from 0 to 10,000 users in half a minute", 1, 30, "10,000 users"),
        ("bar chart of sales: Q1 12, Q2 18, Q3 31", 1, 3.5, "Sales"),
        ("Ein 10 Sekunden Video über Katzen mit drei Szenen", 3, 10, "Katzen"),
        ("scene 1: title 'A'. scene 2: count to 50", 2, 7, "A"),
        ("🎉🎂", 3, 10.5, "🎉🎂"),
        ("count down from 10", 1, 3.5, "Countdown"),
        ("three features: fast, safe, simple; make it 4k", 3, 10.5, "Features"),
        ("a video that is 10 hours long about paint", 10, 3600, "Paint"),
        ("a minute about our Black Friday sale", 10, 60, "Black Friday sale"),
    ],
)
def test_a_sentence_gives_its_scenes_its_length_and_its_title(said: str, scenes: int, total: float, title: str) -> None:
    plan = planned(said)
    assert len(plan["scenes"]) == scenes
    assert seconds(plan) == pytest.approx(total, abs=1e-4)
    assert plan["title"] == title


def test_what_is_said_is_in_the_scenes() -> None:
    plan = planned("Video for 'Acme' with three features: fast, safe, simple. Ends with 'Try it free'")
    assert [scene["description"] for scene in plan["scenes"]] == [
        "Title reveal: “Acme”.",
        "List titled “Features”: “fast”, “safe”, “simple”.",
        "Outro: “Acme” with the line “Try it free”.",
    ]


def test_numbers_of_things_run_one_after_the_other() -> None:
    plan = planned("A 12 second video 'Our year in numbers': 1250 customers, 38 countries, 12% growth")
    assert [scene["description"] for scene in plan["scenes"]][1:4] == [
        "Counter from 0 to 1,250, labelled “customers”.",
        "Counter from 0 to 38, labelled “countries”.",
        "Counter from 0% to 12%, labelled “growth”.",
    ]


def test_the_mood_that_a_wish_names_gives_fonts_style_and_colours() -> None:
    plan = planned("An elegant film for 'Ana & Leo'")
    assert plan["typography"] == {"heading": "Playfair Display", "body": "DM Sans"}
    assert plan["style"].startswith("Elegant")
    assert tuple(plan["palette"]) in THEMES["elegant"]


def test_a_longer_video_is_held_together_by_scenes_of_several_kinds() -> None:
    kinds = [content.kind for content in storyboard(wish_in("six scenes about tea"), 6)]
    assert kinds == [Kind.TITLE, Kind.WORDS, Kind.SPLIT, Kind.PARTICLES, Kind.TITLE, Kind.OUTRO]


def test_a_palette_begins_with_its_background() -> None:
    assert planned("A teaser for 'N', coral and navy")["palette"] == ["#0a1f5c", "#ff7f50"]
    assert planned("A teaser for 'N', red on white")["palette"] == ["#ffffff", "#ff0000"]


def test_contradictions_are_decided_and_told() -> None:
    reply = planned_reply(wish_in("a 2 second video with 10 scenes, square and vertical"), State())
    assert [call.name for call in reply.calls] == ["set_project", "plan_scenes"]
    assert dict(reply.calls[0].arguments) == {"width": 1080, "height": 1080}
    assert seconds(dict(reply.calls[1].arguments)) == pytest.approx(2)
    assert "10 scenes in 2 seconds would be too short" in reply.text
    assert "I took square" in reply.text


def test_more_scenes_than_can_be_made_are_capped_and_told() -> None:
    reply = planned_reply(wish_in("1000 scenes about ants"), State())
    assert len(dict(reply.calls[-1].arguments)["scenes"]) == 60  # type: ignore[arg-type]
    assert "1000 scenes are more" in reply.text


def test_each_and_total_that_disagree_are_told() -> None:
    reply = planned_reply(wish_in("3 scenes, each 5 seconds, a 9 second video"), State())
    assert "so I kept the 9 seconds in all" in reply.text


def test_every_number_of_scenes_is_told_in_exactly_that_many() -> None:
    for said in ("Cats", "'A' 'B' 'C' 'D'", "a: b, c. Q 1, R 2. from 1 to 3 cats. One. Two. Three."):
        wish = wish_in(said)
        assert [len(storyboard(wish, count)) for count in range(1, 40)] == list(range(1, 40))
        assert natural_scenes(wish) >= 1


@given(st.floats(0.1, 500), st.integers(1, 60), st.sampled_from([24, 25, 30, 60]))
def test_shares_add_up_to_whole_frames(total: float, scenes: int, fps: int) -> None:
    frames = [share * fps for share in shared_out(total, scenes, fps)]
    assert all(round(frame) >= 1 and abs(frame - round(frame)) < 1e-3 for frame in frames)
    assert sum(round(frame) for frame in frames) == max(scenes, round(total * fps))


def test_a_very_long_wish_is_capped() -> None:
    assert timing_of(wish_in("a 900 minute video"), 3).seconds <= 3600
