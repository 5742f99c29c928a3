import json
from pathlib import Path

from drills.told import Told, differences, lines_of, of_project, write_lines

STORED = [(number, "job.resumed", f'{{"project":"p","n":{number}}}') for number in (1, 2, 3)]


def told(*numbers: int) -> list[Told]:
    return [Told(f"e.{number}", "job.resumed", f'{{"project":"p","n":{number}}}') for number in numbers]


def found(*numbers: int) -> list[str]:
    return list(differences(told(*numbers), STORED, "p"))


def test_what_was_told_as_it_is_stored_has_no_differences() -> None:
    assert found(1, 2, 3) == []


def test_says_what_was_skipped_told_twice_or_out_of_order() -> None:
    assert found(1, 3) == ["2 was skipped"]
    assert found(1, 2, 2, 3) == ["2 came 2 times", "not in order"]
    assert found(1, 3, 2) == ["not in order"]


def test_says_what_was_told_otherwise_than_it_is_stored() -> None:
    other = [*told(1, 2), Told("e.3", "job.resumed", "{}")]
    assert list(differences(other, STORED, "p")) == ["3 is not what is stored"]


def test_live_updates_are_of_no_number() -> None:
    assert list(differences([*told(1, 2, 3), Told("e.3", "ping", "{}")], STORED, "p")) == []


def test_a_project_is_told_under_its_own_ids_also_by_a_vector() -> None:
    data = json.dumps({"project": "q"})
    assert of_project([Told("e.p=3,q=7", "job.resumed", data)], "q", "e") == [Told("e.7", "job.resumed", data)]
    assert Told("", "ping", data).number("q") == 0


def test_lines_are_read_as_they_were_written_and_a_torn_one_is_none(tmp_path: Path) -> None:
    file = tmp_path / "told.jsonl"
    assert lines_of(file) == []
    write_lines(file, told(1, 2))
    with file.open("a") as more:
        more.write('{"id": "e.3", "ty')
    assert lines_of(file) == told(1, 2)
