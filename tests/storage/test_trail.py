from pathlib import Path

from storage.trail import Trail


def test_what_is_appended_is_set_aside_in_order_and_forgotten_when_it_is_kept_elsewhere(tmp_path: Path) -> None:
    trail = Trail(tmp_path / "records.jsonl")
    trail.append({"a": 1})
    trail.append({"b": "zwei"})
    assert trail.set_aside() == [{"a": 1}, {"b": "zwei"}]
    trail.append({"c": 3})
    trail.forget()
    assert trail.set_aside() == [{"c": 3}]


def test_what_was_set_aside_and_not_forgotten_comes_again(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    Trail(path).append({"a": 1})
    Trail(path).set_aside()
    Trail(path).append({"b": 2})
    assert Trail(path).set_aside() == [{"a": 1}, {"b": 2}]
    assert path.with_suffix(".older").stat().st_size > 0


def test_a_torn_line_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    Trail(path).append({"a": 1})
    with path.open("ab") as file:
        file.write(b'{"b": ')
    assert Trail(path).set_aside() == [{"a": 1}]


def test_it_does_not_grow_for_ever_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    trail = Trail(path, most_bytes=100)
    for number in range(50):
        trail.append({"n": number})
    assert path.stat().st_size + path.with_suffix(".older").stat().st_size <= 100
    assert path.stat().st_mode & 0o077 == 0
    kept = [record["n"] for record in trail.set_aside()]
    assert kept == list(range(50 - len(kept), 50))


def test_nothing_is_nothing(tmp_path: Path) -> None:
    trail = Trail(tmp_path / "records.jsonl")
    assert trail.set_aside() == []
    trail.forget()
