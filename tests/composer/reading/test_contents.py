import time

import pytest

from composer.designs.content import Kind
from composer.reading.figures import Count, Figure, count_in, series_in
from composer.reading.lists import Listing, listing_in
from composer.reading.quotes import masked
from composer.reading.scene import content_in, is_example
from composer.reading.topics import topic_in
from composer.reading.wish import wish_in


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        ("Q1 12, Q2 18, Q3 31", [("Q1", 12), ("Q2", 18), ("Q3", 31)]),
        ("sales: north 1,200; south 800", [("north", 1200), ("south", 800)]),
        ("Accuracy: Day 1 97, Day 2 94", [("Day 1", 97), ("Day 2", 94)]),
        ("2021: 3, 2022: 5", [("2021", 3), ("2022", 5)]),
        ("a chart with apples 30% and pears 50%", [("apples", 30), ("pears", 50)]),
        ("30% cats, 50% dogs", [("cats", 30), ("dogs", 50)]),
        ("'Big one' = $2M, 'Small' = $500k", [("Big one", 2e6), ("Small", 5e5)]),
        ("3 scenes, 12 seconds", []),
    ],
)
def test_reads_labelled_values(text: str, bars: list[tuple[str, float]]) -> None:
    assert [(bar.label, bar.figure.value) for bar in series_in(masked(text))] == bars


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("from 0 to 10,000 users", Count(0, Figure(10_000), "users")),
        ("count to 100", Count(0, Figure(100))),
        ("a countdown from 5", Count(5, Figure(0))),
        ("from $1M to $2.5M", Count(1e6, Figure(2.5e6, "$"))),
        ("grows from 3% to 97%", Count(3, Figure(97, "", "%"))),
        ("nothing to count", None),
    ],
)
def test_reads_a_running_number(text: str, count: Count | None) -> None:
    assert count_in(masked(text)) == count


@pytest.mark.parametrize(
    ("text", "listing"),
    [
        ("three features: fast, safe, simple", Listing("Features", ("fast", "safe", "simple"))),
        ("Our plan:\n- build\n- test\n- ship", Listing("Plan", ("build", "test", "ship"))),
        ("show the words calm, bold and true", Listing("", ("calm", "bold", "true"))),
        ("colours: navy, coral", None),
        ("just one: thing", None),
    ],
)
def test_reads_lists(text: str, listing: Listing | None) -> None:
    assert listing_in(masked(text)) == listing


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("a video about tomato soup in red", "Tomato soup"),
        ("Ein Video über Katzen mit drei Szenen", "Katzen"),
        ("une vidéo sur la mer, trois scènes", "Mer"),
        ("猫についての動画", "猫"),
        ("Cats", "Cats"),
        ("🎉🎂", "🎉🎂"),
        ("make a 10 second video", ""),
        ("asdf qwer", "Asdf qwer"),
        ("a teaser for me about bread, for twenty years", "Bread"),
        ("our bakery for forty years, for the town", "Town"),
    ],
)
def test_finds_what_a_text_is_about(text: str, topic: str) -> None:
    assert topic_in(text) == topic


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("count to 9", Kind.COUNTER),
        ("Q1 1, Q2 2", Kind.CHART),
        ("a list of 'a', 'b'", Kind.LIST),
        ("outro 'bye'", Kind.OUTRO),
        ("kinetic words 'a' 'b'", Kind.WORDS),
        ("'Hello'", Kind.TITLE),
    ],
)
def test_chooses_the_design_that_a_text_calls_for(text: str, kind: Kind) -> None:
    assert content_in(text).kind is kind


def test_marks_figures_that_nobody_gave_as_examples() -> None:
    assert is_example(content_in("a bar chart"))
    assert not is_example(content_in("a bar chart: x 1, y 2"))


def test_reads_scenes_that_are_told_one_by_one() -> None:
    wish = wish_in("Scene 1: title 'A'. Scene 2: count to 50. Scene three: outro 'bye'")
    assert [content_in(segment).kind for segment in wish.segments] == [Kind.TITLE, Kind.COUNTER, Kind.OUTRO]


@pytest.mark.parametrize("piece", ["x", "a ", "'", "scene 1: ", "a: b, ", "1,", "from 1 to ", "“", "\n- ", "- "])
def test_reads_a_hundred_kilobytes_of_anything_quickly(piece: str) -> None:
    started = time.process_time()
    wish_in(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 1
