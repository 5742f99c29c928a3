from pathlib import Path

import pytest

from app import typescript
from app.typescript import expression
from pipeline.events import EVENTS, UPDATES


def test_the_types_of_the_pages_are_fresh() -> None:
    assert typescript.main(["--check"]) == 0, f"stale: run `{typescript.COMMAND}`"


def test_every_event_and_update_is_in_its_union_under_its_wire_name() -> None:
    text = typescript.typescript()
    for told in (*EVENTS, *UPDATES):
        assert f'({{ readonly type: "{told.wire_name()}" }} & {told.__name__})' in text


def test_what_may_be_none_may_be_absent_and_what_has_a_default_is_always_there() -> None:
    text = typescript.typescript()
    assert "readonly next_retry_at?: string | null;" in text
    assert "readonly percent: number;" in text


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "integer"}, "number"),
        ({"enum": ["a", "b"]}, '"a" | "b"'),
        ({"const": True}, "true"),
        ({"$ref": "Scene"}, "Scene"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string | null"),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, 'readonly ("a" | "b")[]'),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, "Readonly<Record<string, boolean>>"),
    ],
)
def test_a_schema_becomes_its_type(schema: dict[str, object], expected: str) -> None:
    assert expression(schema) == expected


def test_a_schema_it_does_not_know_is_an_error_that_says_where_to_teach_it() -> None:
    with pytest.raises(ValueError, match="teach app/typescript"):
        expression({"type": "tuple"})


def test_writes_the_file_and_then_finds_it_fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typescript, "TYPESCRIPT", tmp_path / "generated" / "events.ts")
    assert typescript.main([]) == 0
    assert typescript.main(["--check"]) == 0
    typescript.TYPESCRIPT.write_text("old", encoding="utf-8")
    assert typescript.main(["--check"]) == 1
