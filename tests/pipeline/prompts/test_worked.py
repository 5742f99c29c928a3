import pytest

from pipeline.prompts.worked import EXAMPLES, MOST_TOKENS, examples_for
from pipeline.tokens import tokens


@pytest.mark.parametrize(
    ("description", "first"),
    [
        ("A bar chart of revenue by quarter", "chart"),
        ("The number of users counts up to 1,000", "number"),
        ("Three bullet points, step by step", "list"),
        ("The outro: visit us and sign up", "closing"),
        ("Kinetic words of a quote", "words"),
        ("夜明け", "title"),
    ],
)
def test_the_example_that_fits_best_comes_first_of_three(description: str, first: str) -> None:
    names = [example.name for example in examples_for(description)]
    assert names[0] == first
    assert len(set(names)) == 3


def test_the_examples_of_a_prompt_keep_to_their_tokens() -> None:
    for example in EXAMPLES:
        assert sum(tokens(one.text) for one in examples_for(example.name)) <= MOST_TOKENS
