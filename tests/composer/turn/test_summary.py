import json

import pytest

from composer.turn.summary import summary_in


def asked(**fields: object) -> str:
    told = {"task": "summarise", "before": "", "said": [], **fields}
    return f"Say it in short.\n\n```json\n{json.dumps(told)}\n```"


def test_the_persons_own_words_are_kept_and_the_answers_are_not() -> None:
    said = [{"role": "user", "content": "a  teaser\nin navy"}, {"role": "assistant", "content": "Planned."}]
    assert summary_in(asked(before="- before", said=said)) == "- before\n- The person said: a teaser in navy"


@pytest.mark.parametrize("message", ["hello", asked(task="write"), "```json\n{\n```", "```json\n[]\n```"])
def test_what_asks_for_something_else_is_left_to_others(message: str) -> None:
    assert summary_in(message) is None
