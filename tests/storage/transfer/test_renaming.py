from storage.transfer.renaming import Rows, renamed

ROWS: Rows = {
    "project": [{"id": "p_1", "last_seq": 7}],
    "scene": [{"id": "s_1", "project": "p_1"}, {"id": "s_10", "project": "p_1"}],
    "job": [{"id": "job_1", "project": "p_1", "input": '{"scene":"s_1","near":["s_10","s_100"],"text":"see s_1."}'}],
}


def test_an_id_is_another_wherever_it_stands_and_nothing_else_is() -> None:
    after = renamed(ROWS, lambda old: f"new-{old}")
    assert after["project"] == [{"id": "p_new-p_1", "last_seq": 7}]
    assert after["scene"][1] == {"id": "s_new-s_10", "project": "p_new-p_1"}
    assert after["job"][0]["input"] == '{"scene":"s_new-s_1","near":["s_new-s_10","s_100"],"text":"see s_1."}'


def test_the_rows_that_were_given_stay_as_they_are() -> None:
    renamed(ROWS, lambda old: old[::-1])
    assert ROWS["project"] == [{"id": "p_1", "last_seq": 7}]


def test_what_was_written_by_hand_stays_word_for_word() -> None:
    rows: Rows = {"scene": [{"id": "s_1", "name": "s_1", "description": "see s_1", "props": '{"like":"s_1"}'}]}
    [scene] = renamed(rows, lambda _: "x")["scene"]
    assert scene == {"id": "s_x", "name": "s_1", "description": "see s_1", "props": '{"like":"s_x"}'}
