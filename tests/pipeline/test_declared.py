from pydantic import JsonValue

from pipeline.declared import DeclaredProp, declared_in, still_set

TITLE = DeclaredProp(name="title", kind="text", default="Ship it")
SIZE = DeclaredProp(name="size", kind="number", default=2)


def test_what_the_gate_read_is_in_the_report() -> None:
    report: dict[str, JsonValue] = {
        "build": {"build_ms": 3.0, "props": [TITLE.model_dump(mode="json"), SIZE.model_dump(mode="json")]}
    }
    assert declared_in(report) == (TITLE, SIZE)


def test_a_report_from_before_says_nothing() -> None:
    assert declared_in({}) == declared_in({"build": {}}) == declared_in({"build": None}) == ()


def test_what_was_set_holds_while_the_default_stays() -> None:
    props: dict[str, JsonValue] = {"title": "Ship it today", "size": 3, "planned": True}
    assert still_set(props, (TITLE, SIZE), (SIZE, TITLE)) == props


def test_a_default_that_was_changed_takes_the_place_of_what_was_set() -> None:
    changed = TITLE.model_copy(update={"default": "Ship it now"})
    assert still_set({"title": "Ship it today", "size": 3}, (TITLE, SIZE), (changed, SIZE)) == {"size": 3}


def test_what_is_no_longer_declared_is_no_longer_set() -> None:
    assert still_set({"title": "x", "size": 3}, (TITLE, SIZE), (SIZE,)) == {"size": 3}
