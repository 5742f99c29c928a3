from actors.llm import Endpoint


def test_the_key_is_in_no_representation() -> None:
    assert "secret" not in repr(Endpoint("Acme", None, "secret", {}))
