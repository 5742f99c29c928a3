import pytest

from pipeline.prompts.template import Template, fenced


def test_a_place_that_is_not_given_is_an_error_and_not_a_hole() -> None:
    with pytest.raises(KeyError):
        Template("write").filled()


def test_a_fence_is_longer_than_any_in_the_content() -> None:
    assert fenced("json", "`````") == "``````json\n`````\n``````"
