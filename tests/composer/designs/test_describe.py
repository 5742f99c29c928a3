from hypothesis import given
from hypothesis import strategies as st

from composer.designs.content import HEADED, Content, Kind, Value, shown
from composer.designs.describe import described
from composer.reading.quotes import tidy
from composer.reading.scene import content_in

TEXTS = st.text("abcXYZ äß猫🎉'.,:;!?-—0123456789\"", min_size=1, max_size=30).map(tidy).filter(bool)
LISTS = st.lists(TEXTS, min_size=2, max_size=8).map(tuple)
NUMBERS = st.integers(0, 10**7)


def values(pairs: dict[str, int]) -> tuple[Value, ...]:
    return tuple(Value(label=label, value=value, shown=shown(value)) for label, value in pairs.items())


CONTENTS = st.one_of(
    st.builds(Content, kind=st.sampled_from(sorted(HEADED)), headline=TEXTS, subline=st.just("") | TEXTS),
    st.builds(Content, kind=st.just(Kind.WORDS), items=LISTS),
    st.builds(Content, kind=st.just(Kind.SPLIT), items=st.tuples(TEXTS, TEXTS)),
    st.builds(
        Content,
        kind=st.sampled_from([Kind.LIST, Kind.CODE, Kind.TIMELINE, Kind.TABLE]),
        headline=st.just("") | TEXTS,
        items=LISTS,
    ),
    st.builds(
        Content,
        kind=st.just(Kind.COUNTDOWN),
        headline=st.just("") | TEXTS,
        subline=st.just("") | TEXTS,
        start=NUMBERS,
    ),
    st.builds(
        Content,
        kind=st.sampled_from([Kind.COUNTER, Kind.RING]),
        headline=st.just("") | TEXTS,
        subline=st.just("") | TEXTS,
        start=NUMBERS,
        end=NUMBERS,
        prefix=st.sampled_from(["", "$", "€"]),
    ),
    st.builds(
        Content,
        kind=st.sampled_from([Kind.CHART, Kind.LINE]),
        headline=st.just("") | TEXTS,
        values=st.dictionaries(TEXTS, NUMBERS, min_size=2, max_size=8).map(values),
    ),
)


@given(CONTENTS)
def test_a_description_reads_back_as_the_same_content(content: Content) -> None:
    assert content_in(described(content)) == content
