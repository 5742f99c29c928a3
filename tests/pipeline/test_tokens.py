from pipeline.tokens import tokens


def test_a_text_takes_a_token_for_about_three_bytes() -> None:
    assert [tokens(""), tokens("a"), tokens("a" * 34), tokens("夜" * 34)] == [0, 1, 10, 30]
