import pytest

from composer.designs.content import Kind
from composer.reading.scene import content_in, is_example


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("split screen: tea vs coffee", ("Tea", "Coffee")),
        ("a split screen of 'Then' and 'Now'", ("Then", "Now")),
        (
            "a timeline: 2019 two people, 2021 first users, 2024 three offices",
            ("2019: two people", "2021: first users", "2024: three offices"),
        ),
        ("a timeline with 'Monday: plan', 'Friday: ship'", ("Monday: plan", "Friday: ship")),
        (
            "comparison table: plan Free vs Pro, storage 1 GB vs 100 GB, users 1 vs 10",
            (" | Free | Pro", "storage | 1 GB | 100 GB", "users | 1 | 10"),
        ),
        ("code typing: 'let a = 1', 'print(a)'", ("let a = 1", "print(a)")),
    ],
)
def test_reads_the_texts_of_designs_that_show_several(text: str, items: tuple[str, ...]) -> None:
    assert content_in(text).items == items


@pytest.mark.parametrize(
    "text", ["a split screen", "a timeline", "a comparison table", "code typing", "a progress ring"]
)
def test_marks_what_nobody_gave_as_examples(text: str) -> None:
    assert is_example(content_in(text))


def test_a_screen_has_two_halves_and_a_list_its_own_heading() -> None:
    assert content_in("split screen 'a' 'b' 'c'").items == ("a", "b")
    assert content_in("timeline: 2019 a, 2020 b").kind is Kind.TIMELINE
