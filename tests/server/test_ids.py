from server.ids import derived


def test_the_same_parts_give_the_same_id_and_no_others_do() -> None:
    assert derived("job", "a", "b") == derived("job", "a", "b")
    others = (derived("job", "ab"), derived("job", "ab", ""), derived("message", "a", "b"))
    assert len({derived("job", "a", "b"), *others}) == 4
