from actors.llm import Candidate, Endpoint, Models


def test_the_key_is_in_no_representation() -> None:
    endpoint = Endpoint("Acme", None, "secret")
    assert "secret" not in repr(Models({"plan": (Candidate(endpoint, "m"),)}))
