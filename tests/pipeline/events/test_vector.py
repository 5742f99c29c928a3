import pytest

from pipeline.events.vector import Vector
from pipeline.events.wire import Cursor
from pipeline.ids import ProjectId

A, B = ProjectId("a"), ProjectId("b")


def test_a_vector_is_read_as_it_was_written() -> None:
    vector = Vector.parse("e1.a=3,b=0")
    assert vector
    assert str(vector) == "e1.a=3,b=0"
    assert (vector.cursor(A), vector.cursor(B), vector.cursor(ProjectId("c"))) == (
        Cursor("e1", 3),
        Cursor("e1", 0),
        None,
    )


@pytest.mark.parametrize(
    "text", [None, "", "e1", "e1.", "e1.3", "e1.a", "e1.=3", "e1.a=x", "e1.a=-1", ".a=3", "e1.a=3,"]
)
def test_what_is_no_vector_is_none(text: str | None) -> None:
    assert Vector.parse(text) is None


def test_it_moves_on_in_one_project_at_a_time() -> None:
    vector = Vector()
    assert vector.move(A, Cursor("e1", 3)) == "e1.a=3"
    assert vector.move(B, Cursor("e1", 1)) == "e1.a=3,b=1"
    assert vector.move(A, Cursor("e1", 4)) == "e1.a=4,b=1"
