from pipeline.recovery import ways_on


def test_whatever_failed_can_be_resumed_and_a_component_be_made_anew() -> None:
    assert ways_on("turn") == ("resume", "edit")
    assert ways_on("component") == ("resume", "edit", "regenerate", "discard")
