import pytest

from composer.reading.objects import in_sentences


@pytest.mark.parametrize(
    ("message", "sentences"),
    [
        (
            '{"title": "Aurora", "scenes": 2, "duration": "8 seconds"}',
            "A video about “Aurora”. 2 scenes. duration: 8 seconds.",
        ),
        ('```json\n{"seconds": 8, "colors": ["#112233", "navy"]}\n```', "8 seconds. Colours #112233, navy."),
        ('{"scenes": ["a \'b\'", {"kind": "counter", "to": 100}]}', "Scene 1: a 'b'. Scene 2: counter, 100."),
        ('{"title": "“quoted”", "note": null}', "A video about “quoted”. note: ."),
    ],
)
def test_tells_an_object_in_sentences(message: str, sentences: str) -> None:
    assert in_sentences(message) == sentences


@pytest.mark.parametrize("message", ["", "a teaser", "{broken", "{}", "[1, 2]", '{"a": ' * 5000])
def test_leaves_every_other_message_as_it_is(message: str) -> None:
    assert in_sentences(message) == message
