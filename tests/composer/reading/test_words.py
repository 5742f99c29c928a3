import time

import pytest

from composer.reading.colours import background_in, colours_in, refused_in
from composer.reading.counts import scene_count_in
from composer.reading.durations import Durations, durations_in
from composer.reading.number_words import ordinal_of, value_of
from composer.reading.quotes import cleaned, masked, unmarked
from composer.reading.sizes import fps_in, shape_in


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("say 'Hi' and \"Yo\"", ("Hi", "Yo")),
        ("“curly” «guillemets» „German“ `ticks` 「日本」", ("curly", "guillemets", "German", "ticks", "日本")),
        ("don't stop, it's fine", ()),
        ("title 'Don't stop' now", ("Don't stop",)),
        ("'A' to 'B'", ("A", "B")),
    ],
)
def test_reads_texts_in_any_quotes_and_leaves_apostrophes(text: str, quotes: tuple[str, ...]) -> None:
    assert masked(text).quotes == quotes


def test_a_masked_text_can_be_had_back_as_it_was_typed() -> None:
    sentence = masked("change 'A' to “B”")
    assert sentence.as_typed(sentence.text) == "change 'A' to “B”"
    assert sentence.restored(sentence.text) == "change A to B"


def test_drops_what_cannot_be_shown_and_keeps_joined_emoji() -> None:
    assert cleaned("a\x00b\u202ec\ue100\ud800d") == "abcd"
    assert cleaned("👩\u200d🚀") == "👩\u200d🚀"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("three scenes", 3),
        ("a 30-scene epic", 30),
        ("twenty-five scenes", 25),
        ("a dozen scenes", 12),
        ("3 short scenes", 3),
        ("10 second three scenes", 3),
        ("mit drei Szenen", 3),
        ("trois scènes", 3),
        ("3シーン", 3),
        ("五个场景关于茶的视频", 5),
        ("make scene 2 red", None),
        ("the third scene", None),
    ],
)
def test_counts_scenes_in_digits_and_words(text: str, count: int | None) -> None:
    assert scene_count_in(text) == count


@pytest.mark.parametrize(
    ("text", "total", "each"),
    [
        ("a 10 second teaser", 10, None),
        ("12s", 12, None),
        ("half a minute", 30, None),
        ("a minute and a half", 90, None),
        ("1.5 minutes", 90, None),
        ("zwölf Sekunden", 12, None),
        ("10秒", 10, None),
        ("10 hours long", 36_000, None),
        ("three scenes of 4 seconds", None, 4),
        ("2 seconds each", None, 2),
        ("two 4-second scenes", None, 4),
        ("each scene 3 seconds, 9 seconds in all", 9, 3),
        ("no time at all", None, None),
    ],
)
def test_tells_the_whole_duration_from_that_of_each_scene(text: str, total: float | None, each: float | None) -> None:
    assert durations_in(text) == Durations(total, each)


@pytest.mark.parametrize(
    ("text", "colours"),
    [
        ("navy and coral", ("#0a1f5c", "#ff7f50")),
        ("dark blue on #fff", ("#00008b", "#ffffff")),
        ("#FF0000aa, rgb(0, 128, 255)", ("#ff0000", "#0080ff")),
        ("mint and cream", ("#98e8c1", "#fff6e0")),
        ("a video about tomato soup and olive oil", ()),
        ("make it olive", ("#808000",)),
        ("bleu et blanc", ("#1e5bff", "#ffffff")),
        ("in Dunkelblau und Orange", ("#0b2a6f", "#ffa500")),
        ("orange instead of red", ("#ffa500",)),
        ("change red to blue", ("#0000ff",)),
        ("without any red or green, only navy", ("#0a1f5c",)),
    ],
)
def test_reads_colours_and_not_the_things_that_share_their_names(text: str, colours: tuple[str, ...]) -> None:
    assert colours_in(text) == colours


def test_reads_which_colours_are_not_wanted() -> None:
    assert refused_in("no red or green, only navy") == ("#ff0000", "#008000")
    assert refused_in("red, but no blue") == ("#0000ff",)
    assert refused_in("red and blue") == ()


def test_reads_which_colour_is_the_background() -> None:
    assert background_in("red on white") == "#ffffff"
    assert background_in("coral title, black background") == "#000000"
    assert background_in("red and white") is None


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("vertical", (1080, 1920)),
        ("an instagram story", (1080, 1920)),
        ("9:16 in 720p", (720, 1280)),
        ("square please", (1080, 1080)),
        ("1080p", (1920, 1080)),
        ("4k", (3840, 2160)),
        ("640 x 361", (640, 360)),
        ("the story of Times Square", None),
        ("vertical farming", None),
    ],
)
def test_reads_shapes_and_sizes(text: str, size: tuple[int, int] | None) -> None:
    shape = shape_in(text)
    assert (shape and (shape.size.width, shape.size.height)) == size


def test_of_contradicting_shapes_the_first_wins_and_the_other_is_told() -> None:
    shape = shape_in("square and vertical")
    assert shape is not None
    assert (shape.name, shape.refused) == ("square", ("vertical",))


def test_reads_frames_a_second_within_bounds() -> None:
    assert (fps_in("at 60 fps"), fps_in("999 fps"), fps_in("fast")) == (60, 120, None)


def test_reads_numbers_and_ordinals_in_words() -> None:
    assert (value_of("Twenty Five"), value_of("2,5"), ordinal_of("zweite"), ordinal_of("21st")) == (25, 2.5, 2, 21)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("# Offsite\n- **Bring** a *warm* jacket", "Offsite\n- Bring a warm jacket"),
        ("* one\n* two", "* one\n* two"),
        ("2*3*4 and #fff", "2*3*4 and #fff"),
        ("about this:\n```python\nfetch('x')\n``` please", "about this:\n  please"),
        ("never closed ```js\nfetch('x')", "never closed  "),
    ],
)
def test_drops_pasted_code_and_the_marks_of_markdown(typed: str, read: str) -> None:
    assert unmarked(typed) == read


@pytest.mark.parametrize("piece", ["1", "1.", "1 ", "秒", "1秒", "half a "])
def test_no_message_keeps_the_search_for_durations_busy(piece: str) -> None:
    began = time.process_time()
    durations_in(piece * (20_000 // len(piece)))
    assert time.process_time() - began < 1


@pytest.mark.parametrize("count", ["{} scenes", "{} seconds", "{}x{}", "{} fps"])
def test_a_number_of_more_digits_than_anything_has_is_still_a_number(count: str) -> None:
    text = count.replace("{}", "9" * 400)
    assert value_of("9" * 400) == value_of("9" * 399)
    durations_in(text), scene_count_in(text), shape_in(text), fps_in(text)
