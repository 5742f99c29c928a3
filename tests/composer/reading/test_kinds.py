import pytest

from composer.designs.content import Kind
from composer.reading.kinds import kind_in
from composer.reading.scene import content_in


@pytest.mark.parametrize("kind", list(Kind))
def test_every_design_is_called_by_its_name(kind: Kind) -> None:
    assert kind_in(f"a {kind.value} please") is kind
    assert kind_in(f"{kind.value.capitalize()}: bar chart, list") is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("our logo appears", Kind.LOGO),
        ("a line graph of users", Kind.LINE),
        ("a graph of users", Kind.CHART),
        ("a testimonial from a customer", Kind.QUOTE),
        ("before and after", Kind.SPLIT),
        ("an animated gradient", Kind.GRADIENT),
        ("confetti falls", Kind.PARTICLES),
        ("count down from 5", Kind.COUNTDOWN),
        ("count to 5", Kind.COUNTER),
        ("a name tag for the speaker", Kind.LOWER_THIRD),
        ("someone types the code", Kind.CODE),
        ("a donut at 40%", Kind.RING),
        ("our roadmap", Kind.TIMELINE),
        ("Free versus Pro", Kind.TABLE),
        ("nothing of the kind", None),
    ],
)
def test_other_words_call_for_a_design_too(text: str, kind: Kind | None) -> None:
    assert kind_in(text) is kind


def test_what_a_countdown_a_ring_and_a_quote_show() -> None:
    assert content_in("a countdown from 5 'Go!'").start == 5
    ring = content_in("a progress ring at 72% 'done'")
    assert (ring.end, ring.suffix, ring.subline) == (72, "%", "done")
    quote = content_in("a quote: 'Stay hungry' by Steve Jobs")
    assert (quote.headline, quote.subline) == ("Stay hungry", "Steve Jobs")
